"""The archive's languages, looked up once a request: a form of many fields asks for them at each."""

from typing import Any

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models.signals import post_save

from sourcebook.subjects.models import ArchivePage
from sourcebook.subjects.queries import archive_languages

_here = Local()


def _begin(**_: Any) -> None:
    _here.held = {}


def _end(**_: Any) -> None:
    _here.held = None


def _forget(**_: Any) -> None:
    if getattr(_here, "held", None):
        _here.held = {}


def remember() -> None:
    """To be called once, when the apps are ready. Outside requests nothing is remembered."""
    request_started.connect(_begin)
    request_finished.connect(_end)
    post_save.connect(_forget, sender=ArchivePage)


def languages_of_the_request() -> tuple[str, ...]:
    """The languages, as they were when this request first asked."""
    held: dict[str, tuple[str, ...]] | None = getattr(_here, "held", None)
    if held is None:
        return archive_languages()
    if "languages" not in held:
        held["languages"] = archive_languages()
    return held["languages"]

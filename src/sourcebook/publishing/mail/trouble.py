"""Why letters wait: kept beside them while the mail server does not take any, and told at the desk."""

import smtplib
import ssl
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.mail.outbox import SUFFIX

NAME = "trouble.json"

SENTENCES: dict[str, Any] = {
    "away": _(
        "The mail server %(host)s cannot be reached. Letters wait in the outbox and are tried again; look whether "
        "the server runs and whether host and port in archive.toml are right."
    ),
    "login": _(
        "The mail server %(host)s refuses the name and password of archive.toml. Letters wait in the outbox until "
        "they are right; start the server again after a change."
    ),
    "certificate": _(
        "The mail server %(host)s shows a certificate that this computer does not trust. Nothing is sent to it, not "
        "even the password; letters wait in the outbox."
    ),
    "unsafe": _(
        "The mail server %(host)s offers no encrypted connection, and archive.toml asks for one. Letters wait in the "
        "outbox; write another security below [mail] if that is meant."
    ),
}


class Trouble(msgspec.Struct, frozen=True):
    """What keeps letters back, as one of `SENTENCES`."""

    kind: str


def kind_of_trouble(error: Exception) -> str:
    """Which of the sentences tells it."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return "login"
        case ssl.SSLError():
            return "certificate"
        case smtplib.SMTPNotSupportedError():
            return "unsafe"
    return "away"


def keep_trouble(folder: Path, error: Exception) -> None:
    aside = folder / f"{NAME}.aside"
    aside.write_bytes(msgspec.json.encode(Trouble(kind_of_trouble(error))))
    aside.replace(folder / NAME)


def no_more_trouble(folder: Path) -> None:
    (folder / NAME).unlink(missing_ok=True)


def trouble_with_mail(user: Any) -> dict[str, Any] | None:
    """For those who keep accounts, the sentence and how many letters wait; None where none is kept back."""
    if not user.has_perm("auth.change_user"):
        return None
    folder = current_archive().outbox
    try:
        trouble = msgspec.json.decode((folder / NAME).read_bytes(), type=Trouble)
    except (OSError, msgspec.MsgspecError):
        return None
    letters = sum(1 for _letter in folder.glob(f"*{SUFFIX}"))
    sentence = SENTENCES.get(trouble.kind, SENTENCES["away"]) % {"host": settings.EMAIL_HOST}
    return {"sentence": sentence, "letters": letters} if letters else None


class MailTrouble(Component):
    """The sentence on the desk's first page."""

    name = "mail_trouble"
    template_name = "publishing/mail_trouble.html"
    order = 10

    def __init__(self, mail: dict[str, Any]) -> None:
        self.mail = mail

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"mail": self.mail}


@hooks.register("construct_homepage_panels")
def mail_trouble(request: HttpRequest, panels: list[Any]) -> None:
    if mail := trouble_with_mail(request.user):
        panels.append(MailTrouble(mail))

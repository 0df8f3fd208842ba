"""What a preview shows: the reading room's own page, which is made above this app; it tells us how to ask for it."""

from collections.abc import Sequence
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from wagtail.models import PreviewableMixin


class Previewer(Protocol):
    """Knows the pages of a thing and makes them from what a form or a revision holds."""

    def modes(self, thing: Any) -> Sequence[tuple[str, str]]:
        """Name and label of each page that the thing has in the reading room; its own in the first language first."""

    def page(self, thing: Any, mode: str, request: HttpRequest) -> HttpResponse: ...


_asked: list[Previewer] = []


def ask(previewer: Previewer) -> None:
    """Learn from this one from now on."""
    _asked[:] = [previewer]


class PreviewedAsPublished(PreviewableMixin):
    """A thing whose preview is, byte for byte, the page that publishing it will bake."""

    @property
    def preview_modes(self) -> Sequence[tuple[str, str]]:
        return _asked[0].modes(self) if _asked else []

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return _asked[0].page(self, mode_name, request)

    def completed(self) -> None:
        """Fill in what saving would: the slug, what follows from it, the former slug; nothing is written."""
        raise NotImplementedError

"""What every page has around its own content: title, crumbs, the other languages, the machine's copy."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from markupsafe import Markup

from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.endnotes import write_notes
from sourcebook.reading_room.templating import markup, render
from sourcebook.reading_room.words import interface_name


class Crumb(NamedTuple):
    """One step of the way from the entrance; the address is already one of the page's language."""

    address: str
    title: Words


class Turn(NamedTuple):
    """The neighbours in an order: of a year, a volume, a subject."""

    before: Crumb | None
    after: Crumb | None
    among: Crumb | None = None


NAVIGATION = (
    ("/sources/", "nav_sources"),
    ("/people/", "nav_people"),
    ("/organisations/", "nav_organisations"),
    ("/places/", "nav_places"),
    ("/events/", "nav_events"),
    ("/themes/", "nav_themes"),
    ("/glossary/", "nav_glossary"),
)


def lay_out(
    leaf: Leaf,
    template: str,
    path: str,
    title: Words,
    *,
    description: str = "",
    crumbs: Sequence[Crumb] = (),
    data: dict[str, Any] | None = None,
    index: bool = True,
    elsewhere: str = "",
    **view: Any,
) -> bytes:
    """The bytes of a page.

    `path` is its address in the first language, `data` its schema.org description, `elsewhere` the page that stands
    for it in the other languages where it has none of its own there.
    """
    site = leaf.site
    return render(
        template,
        leaf,
        path=path,
        title=title,
        description=shortened(description),
        crumbs=crumbs,
        alternates=[
            (
                language,
                leaf.address(path if language == leaf.language else elsewhere or path, language),
                interface_name(language),
            )
            for language in site.languages
        ],
        masthead=_masthead(leaf, path),
        colophon=_colophon(leaf),
        write_notes=write_notes,
        data=linked_data(data) if data else "",
        index=index,
        elsewhere=elsewhere,
        **view,
    )


def _masthead(leaf: Leaf, path: str) -> Markup:
    """The archive's name and its rooms: the same on all pages but those of the rooms themselves."""
    here = path if any(path == address for address, _ in NAVIGATION) else ""
    return leaf.reading.once(
        ("masthead", leaf.language, here),
        lambda: markup("masthead.html", leaf, path=here, navigation=NAVIGATION),
    )


def _colophon(leaf: Leaf) -> Markup:
    """Who answers for the archive, and on what terms its own words are given."""
    return leaf.reading.once(("colophon", leaf.language), lambda: markup("colophon.html", leaf))


def own_words(leaf: Leaf, text: str) -> Words:
    """The interface's words as a title."""
    return Words(text, leaf.language)


def crumb(leaf: Leaf, reference: str) -> Crumb | None:
    """A step to a record, where it is published."""
    card = leaf.name(reference)
    return Crumb(leaf.address(card.address), leaf.say(card.title)) if card else None


def linked_data(data: dict[str, Any]) -> Markup:
    """JSON for a script element: `<` is written so that no text can close the element."""
    return Markup(msgspec.json.encode(data).decode().replace("<", "\\u003c"))  # noqa: S704


def shortened(text: str, length: int = 200) -> str:
    """The first words, without Markdown's marks, for the description that search engines show."""
    plain = " ".join(text.split())
    if len(plain) <= length:
        return plain
    return plain[:length].rsplit(" ", 1)[0].rstrip(" ,;:.–—") + "…"

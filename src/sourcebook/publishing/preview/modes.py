"""Which pages of a thing can be previewed: its own and those below it, in every language of the interface."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import get_language

from sourcebook.reading_room.addresses import address_of, localised, tab_address
from sourcebook.reading_room.site import Site
from sourcebook.reading_room.words import interface_name, words_of
from sourcebook.record import Record
from sourcebook.vocabulary.media import MEDIA, label


def modes_of(thing: Any, site: Site) -> list[tuple[str, str]]:
    """Name (`ru/texts/`: language, then what follows the thing's address) and label of each."""
    return [
        (f"{language}/{below}", " · ".join(filter(None, (interface_name(language), name))))
        for below, name in _pages_below(thing)
        for language in site.languages
    ]


def _pages_below(thing: Any) -> Iterator[tuple[str, str]]:
    """What follows the thing's address, and what that page is called at the desk."""
    spoken = get_language() or "en"
    yield "", ""
    if thing.KIND == "subject":
        for medium in MEDIA:
            yield tab_address("", medium), label(medium, spoken, plural=True)
    elif thing.KIND == "source":
        keys = [text.key for text in thing.texts.all()]
        for key in keys if len(keys) > 1 else ():
            yield f"texts/{key}/", key
    elif thing.KIND not in ("archive", "year", "theme"):
        yield "mentions/", words_of(spoken).all_mentions


def address_in_mode(record: Record, mode: str, site: Site) -> str:
    """The address of the page; of the thing's own page in the first language where there is no such mode."""
    language, _, below = mode.partition("/")
    if language not in site.languages:
        language, below = site.languages[0], ""
    return localised(f"{address_of(record)}{below}", language, site.languages)

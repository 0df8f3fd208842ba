"""Who cites a source, for its form: what readers see, by the library, and what stands on the desk, drafts included."""

from collections.abc import Iterator
from typing import Any

import msgspec

from sourcebook.archive_folder import current_archive
from sourcebook.authorities.languages import wording
from sourcebook.publishing.library import PublishedLibrary
from sourcebook.publishing.uses.keeping import uses_of
from sourcebook.publishing.uses.showing import shown
from sourcebook.reading_room.cards import MENTIONS, MentionCard
from sourcebook.sources.citing import Citation


def in_publications(source: Any, user: Any) -> Iterator[Citation]:
    """What is published and cites it; nothing before the first publication."""
    path = current_archive().access / "library.sqlite3"
    if not path.exists():
        return
    with PublishedLibrary(path, read_only=True) as library:
        cards = library.cards(MENTIONS, f"source:{source.slug}")
    for card in cards:
        mention = msgspec.json.decode(card, type=MentionCard)
        for place in mention.places:
            yield Citation(place.fragment, wording(mention.title), mention.address)


def on_desk(source: Any, user: Any) -> Iterator[Citation]:
    """What cites it on the desk, with links for those who may edit that."""
    for use in shown(uses_of(source).exclude(fragment=""), user):
        yield Citation(use.fragment, use.title, use.address)

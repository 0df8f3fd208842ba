"""Who cites a source, for its form: what is published, by the library, and the essays on the desk."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from django.urls import reverse

from sourcebook.archive_folder import current_archive
from sourcebook.authorities.languages import wording
from sourcebook.publishing.library import PublishedLibrary
from sourcebook.reading_room.cards import MENTIONS, MentionCard
from sourcebook.record.links import links_in
from sourcebook.sources.citing import Citation
from sourcebook.subjects.models import Essay


def in_publications(slug: str) -> Iterator[Citation]:
    """What readers see citing it; nothing before the first publication."""
    path: Path = current_archive().access / "library.sqlite3"
    if not path.exists():
        return
    with PublishedLibrary(path, read_only=True) as library:
        cards = [
            msgspec.json.decode(card, type=MentionCard) for card in library.cards(MENTIONS, f"source:{slug}")
        ]
    for card in cards:
        for place in card.places:
            yield Citation(place.fragment, wording(card.title), card.address)


def in_essays(slug: str) -> Iterator[Citation]:
    """Essays as they stand on the desk, published or not."""
    reference = f"source:{slug}"
    for essay in Essay.objects.filter(body__contains=f"({reference}#").select_related("subject"):
        address = reverse("wagtailadmin_pages:edit", args=[essay.subject_id])
        for link in links_in(essay.body):
            if link.target == reference:
                yield Citation(link.fragment, str(essay.title or essay.subject), address)

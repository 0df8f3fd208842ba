"""The law of previews: a record laid over the library makes the pages that taking it in and baking would make."""

import tempfile
from functools import partial
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, example, given, settings

from sourcebook.publishing.library import LogEntry, PublishedLibrary
from sourcebook.publishing.preview.overlay import Overlay
from sourcebook.reading_room.baking import bake
from sourcebook.reading_room.catalogue import PAGES
from sourcebook.reading_room.entries import file_entries
from sourcebook.reading_room.pages import makers
from sourcebook.reading_room.reading import Publication
from sourcebook.record import Archive, Name, Record, Term, encode
from tests.publishing.test_exact_baking import histories, site_in

BEFORE, AT = "2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z"


def entries(start: int, batch: list[tuple[Record, bool]], at: str) -> list[LogEntry]:
    return [
        LogEntry(start + number, record.reference, record.id, encode(record) if published else b"", at)
        for number, (record, published) in enumerate(batch)
    ]


ARCHIVE = Archive(id="k00000", slug="archive", title={"en": "Archive"})
TERM = Term(id="k00003", slug="thaw", names=(Name(text="Thaw", language="en"),))
RENAMED = msgspec.structs.replace(TERM, slug="the-thaw", former_slugs=("thaw",))


@example([[(ARCHIVE, True), (RENAMED, True)], [(TERM, False)], [(TERM, True)]])
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_a_preview_is_what_publishing_bakes(batches: list[list[tuple[Record, bool]]]) -> None:
    *earlier, last = batches
    published = [record for record, act in last if act]
    with tempfile.TemporaryDirectory() as name:
        site = site_in(Path(name))
        filer = partial(file_entries, site=site)
        for record in published[:2]:
            with PublishedLibrary(Path(name) / record.id / "library.sqlite3") as library:
                for number, batch in enumerate(earlier):
                    library.take(entries(1000 * number, batch, BEFORE), filer)
                asked = [
                    entry.heading
                    for entry in filer(Publication(record, AT, AT))
                    if entry.catalogue == PAGES and "/sitemaps/" not in entry.heading
                ]
                overlay = Overlay(library, record, filer, AT)
                previewed = [(page.address, page.files) for page in bake(overlay, asked, makers(site))]
                every = list(overlay.addresses())
                library.take(entries(1000 * len(earlier), [(record, True)], AT), filer)
                baked = [(page.address, page.files) for page in bake(library, asked, makers(site))]
                assert previewed == baked
                assert every == list(library.addresses())

"""The law of baking: after any sequence of publications, pages baked step by step equal a full bake."""

import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import msgspec
from hypothesis import HealthCheck, given, settings

from sourcebook.publishing.bakery import Bakery
from sourcebook.publishing.library import LogEntry, PublishedLibrary
from sourcebook.publishing.public_folder import sweep
from sourcebook.reading_room.baking import file_name
from sourcebook.reading_room.catalogue import PAGES
from sourcebook.reading_room.entries import file_entries
from sourcebook.reading_room.entries.tombstones import own_pages
from sourcebook.reading_room.pages import makers
from sourcebook.reading_room.reading import Publication
from sourcebook.reading_room.site import Site, make_site
from sourcebook.record import Record, encode
from tests.records import FILES, archives


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def site_in(folder: Path, languages: tuple[str, ...] = ("en", "ru")) -> Site:
    """A site whose access copies are the masters themselves."""
    masters = folder / "masters"
    masters.mkdir(exist_ok=True)

    def access_copy(sha256: str, name: str) -> Path:
        path = masters / sha256
        if not path.exists():
            path.write_bytes(FILES[sha256])
        return path

    return make_site("http://127.0.0.1:8000", languages, access_copy)


@st.composite
def histories(draw: st.DrawFn) -> list[list[tuple[Record, bool]]]:
    """Batches of (record, published or withdrawn): pieces of a published archive change, go and come back."""
    first = draw(archives())
    by_reference = {record.reference: record for record in first}
    present = list(by_reference.values())
    batches: list[list[tuple[Record, bool]]] = [[(record, True) for record in present]]
    for _ in range(draw(st.integers(1, 3))):
        batch: list[tuple[Record, bool]] = []
        chosen = draw(
            st.lists(st.sampled_from(present), min_size=1, max_size=4, unique_by=lambda r: r.reference)
        )
        for record in chosen:
            act = draw(st.sampled_from(["publish", "change", "withdraw", "rename"]))
            if act == "withdraw" and record.kind != "archive":
                batch.append((record, False))
            elif act == "publish":
                batch.append((record, True))
            else:
                batch.append((changed(record, rename=act == "rename", mark=draw(st.integers(0, 99))), True))
        batches.append(batch)
    return batches


def changed(record: Record, *, rename: bool, mark: int) -> Record:
    """The record under other words, or under another address."""
    if rename and record.kind not in {"archive", "year"}:
        return msgspec.structs.replace(
            record, slug=f"renamed-{mark}-{record.slug}"[:60].rstrip("-"), former_slugs=(record.slug,)
        )
    changes: dict[str, Any] = {}
    if hasattr(record, "names"):
        changes["names"] = (msgspec.structs.replace(record.names[0], text=f"Name {mark}"), *record.names[1:])
    if hasattr(record, "title"):
        changes["title"] = {**record.title, "en": f"Title {mark}"}
    return msgspec.structs.replace(record, **changes)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_step_by_step_equals_all_at_once(batches: list[list[tuple[Record, bool]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = site_in(folder)
        filer = partial(file_entries, site=site)
        log: list[LogEntry] = []
        with PublishedLibrary(folder / "step/library.sqlite3") as library:
            bakery = Bakery(library, folder / "step/public", makers(site))
            for batch in batches:
                start = len(log)
                for record, published in batch:
                    data = encode(record) if published else b""
                    moment = f"2026-01-0{1 + len(log) % 9}T00:00:00Z"
                    log.append(LogEntry(len(log) + 1, record.reference, record.id, data, moment))
                library.take(log[start:], filer)
                bakery.bake_stale(workers=1)
        with PublishedLibrary(folder / "full/library.sqlite3") as library:
            library.take(log, filer)
            Bakery(library, folder / "full/public", makers(site), anew=True).bake_stale(workers=1)
            swept = sweep(folder / "full/public", library.addresses())
        assert swept == []
        step, full = contents(folder / "step/public"), contents(folder / "full/public")
        assert sorted(step) == sorted(full)
        assert step == full
        latest: dict[str, tuple[Record, bool]] = {}
        for record, published in (one for batch in batches for one in batch):
            # What is withdrawn goes as it was published last, under whatever address that was.
            before, _ = latest.get(record.id, (record, False))
            latest[record.id] = (record if published else before, published)
        live = [record for record, published in latest.values() if published]
        asked_for = {
            entry.heading
            for record in live
            for entry in file_entries(Publication(record, "", ""), site)
            if entry.catalogue == PAGES
        }
        for record, published in latest.values():
            for address in () if published else own_pages(record, site).keys() - asked_for:
                name = file_name(address)
                assert f"{name}.gone" in step, address
                assert f"{name}.to" not in step, address
                assert name.endswith(".html") or name not in step, address

"""What the documentation tells people to write is understood when they write it."""

import re
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from sourcebook.ingest import folder
from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.checks import check
from sourcebook.ingest.folder.layout import ARCHIVE, PLAIN, SOURCES, SUBJECTS, body_field
from sourcebook.record import Archive, Source, Subject
from sourcebook.record.base import PublishedRecord
from sourcebook.vocabulary.dates import read_date
from tests.markdown_pages import blocks

PAGES = (
    "how-to/dates-and-doubt.md",
    "how-to/describe-provenance.md",
    "how-to/write-an-essay.md",
    "reference/portable-archive.md",
)
_DATE = re.compile(r"^\| ([^|]+) \| ([^|`]+) \| (gregorian|julian) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def sample() -> Arrival:
    """The sample archive, which the examples refer to."""
    with as_file(files("sourcebook") / "demo_archive") as path:
        return folder.read(path)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_shows_can_be_imported(
    page: str, repository: Path, sample: Arrival, tmp_path: Path
) -> None:
    text = (repository / "docs" / page).read_text(encoding="utf-8")
    shown = [block for block in blocks(text) if block.path]
    assert shown
    (tmp_path / "archive.yaml").write_text("title: Examples\n", encoding="utf-8")
    for block in shown:
        file = tmp_path / block.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.text, encoding="utf-8")
    arrival = folder.read(tmp_path)
    check(arrival, sample.records.get)
    assert not [str(line) for line in arrival.lines]
    assert len(arrival.records) > 1


def test_dates_are_read_as_the_page_says(repository: Path) -> None:
    page = (repository / "docs/how-to/dates-and-doubt.md").read_text(encoding="utf-8")
    rows = _DATE.findall(page)
    assert len(rows) > 10
    read = [(text, date.edtf, date.calendar) for text, _, _ in rows for date in [read_date(text)]]
    assert read == rows


def test_the_portable_archive_names_the_fields_of_the_record(repository: Path) -> None:
    page = (repository / "docs/reference/portable-archive.md").read_text(encoding="utf-8")
    named = {
        folder: set(re.findall(r"`(\w+)`", fields))
        for folder, fields in re.findall(r"^\| `([\w.]+)/?` \| (`\w+`(?:, `\w+`)*) \|$", page, re.MULTILINE)
    }
    everywhere = set(PublishedRecord.__struct_fields__)
    below = {ARCHIVE: set(), SUBJECTS: set(), **{name: {body_field(kind)} for name, kind in PLAIN.items()}}
    kinds = {ARCHIVE: Archive, SUBJECTS: Subject, SOURCES: Source, **PLAIN}
    wanted = {
        name: set(kind.__struct_fields__) - everywhere - below.get(name, {"description"})
        for name, kind in kinds.items()
    }
    wanted[SUBJECTS].add("essay")
    assert named == wanted

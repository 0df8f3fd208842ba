"""TEI on the desk: nothing twice, and what is only named never overwrites what others said."""

from pathlib import Path

import msgspec
import pytest

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.ingest.settle import settle
from sourcebook.ingest.tei import read
from sourcebook.publishing.beginning import begin_archive
from sourcebook.publishing.gather import gather, gather_all
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Year


@pytest.fixture(autouse=True)
def begun(archive: ArchiveFolder) -> None:
    begin_archive("Small", ["en", "ru"])


def test_it_comes_in_once(shared_data: Path) -> None:
    paths = [shared_data / "milestones/1953-1960.xml", shared_data / "frus-1956-excerpt"]
    first = settle(read(paths))
    assert not first.refused
    assert first.counts["made"] == len(read(paths).records)
    desk = list(gather_all())
    again = settle(read(paths))
    assert (again.counts["made"], again.counts["changed"]) == (0, 0)
    assert list(gather_all()) == desk


def test_a_year_that_is_only_named_keeps_its_introduction(shared_data: Path) -> None:
    restore_all([Year(slug="1956", introduction={"en": "A year of three shocks."})])
    report = settle(read([shared_data / "milestones/1953-1960.xml"]))
    assert not report.refused
    year = gather("year:1956")
    assert isinstance(year, Year)
    assert year.introduction == {"en": "A year of three shocks."}


def test_an_essay_that_was_edited_is_kept(shared_data: Path) -> None:
    path = shared_data / "milestones/1953-1960.xml"
    settle(read([path]))
    edited = msgspec.structs.replace(gather("subject:suez"), summary={"en": "By hand."})
    restore_all([edited])
    settle(read([path]))
    assert gather("subject:suez") == edited

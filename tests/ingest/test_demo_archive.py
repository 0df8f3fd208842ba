"""The sample archive is good input: it arrives without a word and comes back from an export as it was."""

from pathlib import Path

import pytest

import sourcebook
from sourcebook.archive_folder import ArchiveFolder
from sourcebook.ingest import folder
from sourcebook.ingest.exporting import export_archive
from sourcebook.ingest.settle import settle
from sourcebook.publishing.gather import gather_all


@pytest.fixture
def demo() -> Path:
    (package,) = sourcebook.__path__
    return Path(package) / "demo_archive"


def test_the_sample_archive_is_read_and_written_without_loss(demo: Path, tmp_path: Path) -> None:
    first = folder.read(demo)
    assert not [str(line) for line in first.lines]
    folder.write(first.records.values(), first.files.__getitem__, tmp_path / "out")
    again = folder.read(tmp_path / "out")
    assert again.records == first.records
    assert again.files.keys() == first.files.keys()


def test_import_export_import_of_the_sample_archive_changes_nothing(
    demo: Path, tmp_path: Path, archive: ArchiveFolder
) -> None:
    report = settle(folder.read(demo))
    assert not report.refused, report.as_text()
    before = list(gather_all())
    assert export_archive(tmp_path / "out") == len(before)
    again = settle(folder.read(tmp_path / "out"))
    assert again.counts["left_alone"] == len(before), again.as_text()
    assert list(gather_all()) == before

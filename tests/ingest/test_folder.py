"""The portable archive comes back whole, and is written the same again."""

import tempfile
from pathlib import Path

from hypothesis import given, settings

from sourcebook.ingest import folder
from sourcebook.record import Record
from tests.records import FILES, archives


def contents(path: Path) -> dict[str, bytes]:
    return {str(p.relative_to(path)): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


@settings(max_examples=40)
@given(archives())
def test_what_is_exported_imports_to_the_same_records(archive: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        for sha256, data in FILES.items():
            (here / sha256).write_bytes(data)
        folder.write(archive, lambda sha256: here / sha256, here / "first")
        found = folder.read(here / "first")
        assert not [str(line) for line in found.lines if "date" not in line.message]
        assert found.records == {record.reference: record for record in archive}
        folder.write(found.records.values(), found.files.__getitem__, here / "second")
        assert contents(here / "second") == contents(here / "first")

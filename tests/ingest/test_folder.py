"""The portable archive comes back whole, and is written the same again."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from sourcebook.ingest import folder
from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.checks import check
from sourcebook.ingest.folder import ExportError
from sourcebook.record import Archive, File, Name, Passage, Person, Record, Rights, Source, TextVersion
from sourcebook.vocabulary.dates import read_date
from tests.records import FILES, archives


def contents(path: Path) -> dict[str, bytes]:
    return {str(p.relative_to(path)): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


@settings(max_examples=30)
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


@settings(max_examples=30)
@given(archives())
def test_generated_archives_pass_all_checks(archive: list[Record]) -> None:
    arrival = Arrival()
    for record in archive:
        arrival.add(record, Origin("here"))
    check(arrival, lambda reference: None)
    assert not arrival.lines


def test_an_export_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    archive = Archive(slug="archive", title={"en": "Small"})
    assert folder.write([archive], tmp_path.joinpath, tmp_path) == 1
    with pytest.raises(ExportError, match="is not empty"):
        folder.write([archive], tmp_path.joinpath, tmp_path)


def test_an_export_says_which_file_is_missing(tmp_path: Path) -> None:
    file = File(name="a.png", sha256="0" * 64, media_type="image/png", size=1)
    source = Source(slug="s", medium="image", title={"en": "S"}, files=(file,))
    with pytest.raises(ExportError, match=r"“a\.png” of source:s is not in the inbox"):
        folder.write([source], tmp_path.joinpath, tmp_path / "out")


def test_what_is_written_by_hand_is_short(tmp_path: Path) -> None:
    """The forms of the reference page, as an export writes them."""
    source = Source(
        slug="report",
        medium="text",
        title={"en": "Report"},
        date=read_date("25 February 1956"),
        rights=Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/"),
        about=("person:nagy",),
        texts=(TextVersion(key="ru", language="ru", passages=(Passage(key="p1", text="Слова."),)),),
    )
    nagy = Person(
        slug="nagy", names=(Name(text="Imre Nagy", language="en"), Name(text="Надь", language="ru"))
    )
    folder.write([source, nagy], tmp_path.joinpath, tmp_path / "out")
    assert (tmp_path / "out/sources/report/source.md").read_text(encoding="utf-8") == (
        "---\nmedium: text\ntitle: Report\ndate: 25 February 1956\nabout: ['person:nagy']\n"
        "rights: https://creativecommons.org/publicdomain/zero/1.0/\n---\n"
    )
    assert (tmp_path / "out/sources/report/ru.md").read_text(encoding="utf-8") == "{#p1} Слова.\n"
    assert (tmp_path / "out/people/nagy.md").read_text(encoding="utf-8") == (
        "---\nnames:\n- Imre Nagy\n- {text: Надь, language: ru}\n---\n"
    )


def test_captions_beside_a_text_have_a_key_of_their_own(tmp_path: Path) -> None:
    place = tmp_path / "first/sources/tape"
    place.mkdir(parents=True)
    (place / "source.md").write_text("---\ntitle: Tape\nmedium: audio\n---\n", encoding="utf-8")
    (place / "ru.md").write_text("Слова.\n", encoding="utf-8")
    (place / "ru.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nСлова.\n", encoding="utf-8")
    first = folder.read(tmp_path / "first")
    tape = first.records["source:tape"]
    assert isinstance(tape, Source)
    assert [(v.key, v.language, v.kind) for v in tape.texts] == [
        ("ru", "ru", "transcription"),
        ("ru-captions", "ru", "captions"),
    ]
    folder.write([tape], tmp_path.joinpath, tmp_path / "second")
    assert folder.read(tmp_path / "second").records == first.records

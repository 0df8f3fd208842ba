"""What is wrong in a portable archive: one clear line each, with file, line and what to do; never a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import translation

from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.checks import check
from sourcebook.ingest.formats import FormatError, format_of, read_arrival
from tests.record_files import png, wav
from tests.russian import is_russian

GOOD = {
    "archive.yaml": "title: Small\nlanguages: [en, ru]\n",
    "years/1956.md": "",
    "people/nagy.md": "---\nnames: [Imre Nagy]\n---\nA minister.\n",
    "places/budapest.md": "---\nnames: [Budapest]\n---\n",
    "subjects/thaw.md": "---\ntitle: Thaw\nyear: year:1956\n---\nHe [spoke](source:tape#t=0.1,0.4).\n",
    "sources/tape/source.md": "---\ntitle: Tape\nmedium: audio\n---\nIn two hands.\n",
    "sources/tape/en.md": "{#p1} One two.\n\n{#p2} Three.\n",
    "sources/tape/ru.vtt": "WEBVTT\n\np1\n00:00.000 --> 00:00.400\nРаз два.\n",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for name, text in GOOD.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "sources/tape/tape.wav").write_bytes(wav(0.5))
    return tmp_path


def arrive(folder: Path) -> Arrival:
    arrival = read_arrival([folder])
    if not arrival.refused:
        check(arrival, lambda reference: None)
    return arrival


def lines_of(arrival: Arrival, folder: Path) -> list[str]:
    return [f"{line.outcome} {line}".replace(f"{folder}/", "") for line in arrival.lines]


def test_the_good_one_arrives_without_a_word(small: Path) -> None:
    arrival = arrive(small)
    assert not arrival.lines
    assert len(arrival.records) == 6
    assert len(arrival.files) == 1


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        # YAML
        ("people/nagy.md", "---\nnames: [Imre\n---\n", "refused people/nagy.md:3: This is not YAML"),
        ("people/nagy.md", "---\nnames: [Nagy]\nborn: 1896\nborn: 1897\n---\n",
         "refused people/nagy.md:4: “born” stands twice, first in line 3."),
        ("people/nagy.md", "---\nnames: [Nagy]\n", "refused people/nagy.md:1: The front matter is never closed"),
        ("people/nagy.md", "---\n- Nagy\n---\n", "refused people/nagy.md:2: Fields are expected here"),
        ("archive.yaml", "title: Small\nlanguages: [en, ru]\nlicense: x\n",
         "refused archive.yaml:3: There is no field `license` here. Did you mean `licence`?"),
        ("archive.yaml", "languages: [en]\n", "refused archive.yaml:1: `title` is missing. Write it."),
        # fields
        ("people/nagy.md", "---\nnames: Nagy\n---\n", "refused people/nagy.md:2: `names` is a list."),
        ("people/nagy.md", "---\nnames: [{text: Nagy, usage: birth}]\n---\n",
         "refused people/nagy.md:2: There is no field `usage` here. Did you mean `use`?"),
        ("people/nagy.md", "---\nnames: []\n---\n", "refused people/nagy.md:2: person:nagy: It has no name."),
        ("people/nagy.md", "---\nslug: nagy\nnames: [Nagy]\n---\n",
         "refused people/nagy.md:2: `slug` is not written here"),
        ("places/budapest.md", "---\nnames: [Budapest]\nlatitude: 47,5\nlongitude: 19\n---\n",
         "refused places/budapest.md:3: `latitude` is a number, and “47,5” is none."),
        ("places/budapest.md", "---\nnames: [Budapest]\nlatitude: 147\nlongitude: 19\n---\n",
         "refused places/budapest.md:3: `latitude`: “147” cannot stand here: expected `float` <= 90.0."),
        ("places/budapest.md", "---\nnames: [Budapest]\nlatitude: 47\n---\n",
         "refused places/budapest.md:3: place:budapest: Latitude and longitude stand together"),
        ("sources/tape/source.md", "---\ntitle: Tape\nmedium: tape\n---\n",
         "refused sources/tape/source.md:3: `medium` cannot be “tape”. Write one of text, image, audio, video"),
        ("sources/tape/source.md", "---\ntitle: Tape\nmedium: audio\nrights: free\n---\n",
         "refused sources/tape/source.md:4: “free” is no rights statement we know"),
        ("sources/tape/source.md", "---\ntitle: {EN: Tape}\nmedium: audio\n---\n",
         "refused sources/tape/source.md:2: source:tape: The language “EN” is written en."),
        ("sources/tape/source.md", "---\ntitle: Tape\nmedium: audio\nlanguages: [Russian!]\n---\n",
         "refused sources/tape/source.md:4: source:tape: “Russian!” is no language tag"),
        ("sources/tape/source.md",
         "---\ntitle: Tape\nmedium: audio\ncontributions: [{role: athor, credited_as: A}]\n---\n",
         "refused sources/tape/source.md:4: source:tape: “athor” is no known role; did you mean author"),
        ("sources/tape/source.md", "---\ntitle: Tape\nmedium: audio\nprovenance: [{type: stolen}]\n---\n",
         "refused sources/tape/source.md:4: source:tape: “stolen” is no kind of provenance"),
        # dates
        ("people/nagy.md", "---\nnames: [Nagy]\nborn: some fine day\n---\n",
         "notice people/nagy.md:3: The date “some fine day” is not understood; it is kept as written"),
        ("people/nagy.md", "---\nnames: [Nagy]\nborn: {as_written: June, edtf: 1896-13}\n---\n",
         "refused people/nagy.md:3: "),
        ("people/nagy.md", "---\nnames: [Nagy]\nborn: {as_written: June, year: 1896}\n---\n",
         "refused people/nagy.md:3: There is no field `year` in a date."),
        # links
        ("people/nagy.md", "---\nnames: [Nagy]\nbirth_place: place:kaposvar\n---\n",
         "refused people/nagy.md:3: person:nagy: There is no place:kaposvar. Write it, or take the link out."),
        ("people/nagy.md", "---\nnames: [Nagy]\nbirth_place: Kaposvár\n---\n",
         "refused people/nagy.md:3: `birth_place` cannot be “Kaposvár”. Write the kind and the slug"),
        ("people/nagy.md", "---\nnames: [Nagy]\nbirth_place: year:1956\n---\n",
         "refused people/nagy.md:3: person:nagy: `birth_place` names year:1956, where a place is meant."),
        ("people/nagy.md", "---\nnames: [Nagy]\n---\n\nOne.\n\nSee [x](source:no-tape).\n",
         "refused people/nagy.md:7: person:nagy: There is no source:no-tape."),
        ("people/nagy.ru.md", "Один.\n\n[x](place:budapest#p1)\n",
         "refused people/nagy.ru.md:3: person:nagy: place:budapest has no spans; only sources have."),
        ("people/nagy.ru.md", "[x](place:Budapest)\n",
         "refused people/nagy.ru.md:1: person:nagy: The link (place:Budapest) is not written as a link."),
        ("sources/tape/en.md", "{#p1} One.\n\n{#p2} See [x](source:tape#p9).\n",
         "refused sources/tape/en.md:3: source:tape: source:tape has no passage “p9”."),
        ("subjects/thaw.md", "---\ntitle: Thaw\nyear: year:1956\n---\n[x](source:tape#t=3,9)\n",
         "refused subjects/thaw.md:5: subject:thaw: “t=3,9” lies after the end: the recording lasts 0.5 seconds."),
        ("subjects/thaw.md", "---\ntitle: Thaw\nyear: year:1956\n---\n> One three.\n> — [x](source:tape#p1--p2)\n",
         "refused subjects/thaw.md:5: subject:thaw: “One three.” does not stand in source:tape#p1--p2."),
        # texts
        ("sources/tape/en.md", "{#p1} One.\n\n{#p1} Two.\n",
         "refused sources/tape/en.md:3: The passage “p1” stands twice, first in line 1."),
        ("sources/tape/en.md", "---\ntitle: T\n---\n\n{#p1 .poem} One.\n",
         "refused sources/tape/en.md:5: “.poem” is no kind of passage"),
        ("sources/tape/en.md", "{#p1 xywh=3:0,0,5,5} One.\n",
         "refused sources/tape/en.md:1: source:tape: The passage “p1” stands on canvas 3 of 1."),
        ("sources/tape/en.md", "---\ntranslates: de\n---\n{#p1} One.\n",
         "refused sources/tape/en.md:2: source:tape: The text “en” names a text “de”, which is not there."),
        ("sources/tape/ru.vtt", "WEBVTT\n\n00:01 --> 00:02\nx\n",
         "refused sources/tape/ru.vtt:3: “00:01 --> 00:02” is no"),
        ("sources/tape/ru.vtt", "1\n00:00:01,0 --> 00:00:02,0\nx\n",
         "refused sources/tape/ru.vtt:1: The file does not begin with WEBVTT."),
        ("sources/tape/en.vtt", "WEBVTT\n", None),
        # essays
        ("subjects/thaw.md", "---\ntitle: Thaw\nyear: year:1956\n---\nA[^1]\n\n[^1]: See [p. 3](cite:lost).\n",
         "refused subjects/thaw.md:7: subject:thaw: A note cites “lost”, which the bibliography does not have."),
        ("subjects/thaw.md", "---\ntitle: Thaw\nyear: year:1956\nessay:\n  bibliography:\n"
         "  - {id: x-1, title: A}\n  - {id: x-1, title: B}\n---\nA\n",
         "refused subjects/thaw.md:6: subject:thaw: The cited work “x-1” is there 2 times."),
        ("subjects/thaw.md", "---\ntitle: Thaw\nyear: year:1956\nessay: {bibliography: [{id: a b}]}\n---\nA\n",
         "refused subjects/thaw.md:4: `id`: “a b” cannot stand here"),
        ("subjects/thaw.md", "---\ntitle: Thaw\nyear: year:1956\n---\n```timeline\n1956 The speech\n```\n",
         "refused subjects/thaw.md:6: subject:thaw: A row of a timeline has a stroke"),
        ("subjects/thaw.md", "---\ntitle: Thaw\nyear: year:1956\n---\n```map\n91, 20 | Nowhere\n```\n",
         "refused subjects/thaw.md:6: subject:thaw: There is no such place on the earth."),
        ("subjects/thaw.md", "---\ntitle: Thaw\nyear: year:1956\n---\n```map\nplace:lost | Nowhere\n```\n",
         "refused subjects/thaw.md:6: subject:thaw: There is no place:lost."),
        # files and folders
        ("sources/tape/source.md", "---\ntitle: Tape\nmedium: audio\nfiles: [tape.wav, b.wav]\n---\n",
         "refused sources/tape/source.md:4: There is no file “b.wav” in the folder."),
        ("sources/tape/source.md", "---\ntitle: Tape\nmedium: audio\nfiles: [../../x.wav]\n---\n",
         "refused sources/tape/source.md:4: There is no file “../../x.wav” in the folder."),
        ("sources/tape/source.md", "---\ntitle: Tape\nmedium: audio\ncanvases:\n- {file: tape.mp3}\n---\n",
         "refused sources/tape/source.md:5: source:tape: A canvas names the file “tape.mp3”, which is not there."),
        ("people/Imre Nagy.md", "---\nnames: [Nagy]\n---\n",
         "refused people/Imre Nagy.md: “Imre Nagy” cannot be an address."),
        ("people/kadar.ru.md", "Words\n", "refused people/kadar.ru.md: There is no kadar.md beside it."),
        ("people/nagy.en.md", "Words\n", "refused people/nagy.en.md: The text in en, the archive's first language"),
        ("subjects/thaw.en.md", "Words\n", "refused subjects/thaw.en.md: There are two essays in en."),
        ("people/notes.txt", "x", "notice people/notes.txt: This is no part of a portable archive"),
        ("README.md", "x", "notice README.md: This is no part of a portable archive"),
        ("sources/tape/empty.png", "", "refused sources/tape/empty.png: sources/tape/empty.png: The file is empty"),
        ("people/kadar.md", "---\nnames: [Kádár]\nid: abc\n---\n", None),
    ],
)  # fmt: skip
def test_each_slip_is_one_line(small: Path, name: str, text: str, expected: str | None) -> None:
    (small / name).write_text(text, encoding="utf-8")
    lines = lines_of(arrive(small), small)
    if expected is None:
        assert not lines
    else:
        assert len(lines) == 1, lines
        assert lines[0].startswith(expected)
        with translation.override("ru"):
            (line,) = arrive(small).lines
        assert is_russian(line.message), line.message
        assert not line.advice or is_russian(line.advice), line.advice


def test_the_same_identifier_twice_names_both_places(small: Path) -> None:
    for name in ("a", "b"):
        (small / f"people/{name}.md").write_text(f"---\nnames: [{name}]\nid: abc\n---\n", encoding="utf-8")
    assert lines_of(arrive(small), small) == [
        "refused people/b.md:3: person:b: It has the identifier abc, which was given before, in people/a.md:1. "
        "Leave `id` out in the newer one."
    ]


def two_texts(small: Path) -> None:
    for name in ("en.vtt", "en-captions.vtt"):
        (small / "sources/tape" / name).write_text("WEBVTT\n", encoding="utf-8")


def leave_by_link(small: Path) -> None:
    outside = small.parent / f"{small.name}-outside.png"
    outside.write_bytes(png(2, 2))
    (small / "sources/tape/out.png").symlink_to(outside)


def leave_by_text(small: Path) -> None:
    outside = small.parent / f"{small.name}-outside.md"
    outside.write_text("---\nnames: [X]\n---\n", encoding="utf-8")
    (small / "people/out.md").symlink_to(outside)


def no_source(small: Path) -> None:
    (small / "sources/tape/source.md").unlink()


def binary(small: Path) -> None:
    (small / "people/nagy.md").write_bytes(b"---\nnames: [Nagy]\n---\nA\0B")


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (leave_by_link, "refused sources/tape/out.png: “sources/tape/out.png” leads out of the folder"),
        (leave_by_text, "refused people/out.md: The file lies outside the folder that is imported."),
        (
            two_texts,
            "refused sources/tape/en.vtt: There are two texts “en-captions”, en-captions.vtt and en.vtt.",
        ),
        (no_source, "refused sources/tape: The source has no source.md. Write one."),
        (binary, "refused people/nagy.md:4: A control character (U+0000) stands here"),
    ],
)
def test_each_harm_is_one_line(small: Path, harm: Callable[[Path], None], expected: str) -> None:
    harm(small)
    (line,) = lines_of(arrive(small), small)
    assert line.startswith(expected)


def test_other_encodings_are_refused_with_a_guess(small: Path, shared_data: Path) -> None:
    for number, path in enumerate(sorted((shared_data / "charset").glob("*.txt"))):
        data = path.read_bytes()
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            (small / f"people/p{number}.md").write_bytes(b"---\nnames: [X]\n---\n" + data)
    lines = lines_of(arrive(small), small)
    assert lines
    assert all("is not UTF-8; it seems to be" in line for line in lines)
    assert any("cp1251" in line or "mac_cyrillic" in line or "cp866" in line for line in lines)


def test_broken_pictures_are_one_line_each(small: Path, shared_data: Path) -> None:
    for path in (shared_data / "hostile" / "pillow").glob("*broken*"):
        (small / "sources/tape" / path.name).write_bytes(path.read_bytes())
    lines = lines_of(arrive(small), small)
    assert len(lines) == len(list((small / "sources/tape").glob("*broken*")))
    assert all(line.startswith("refused sources/tape/broken") for line in lines)


def test_what_is_of_no_format_or_not_there_is_one_line(small: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"PK")
    lines = [str(line) for line in read_arrival([tmp_path / "letter.docx", tmp_path / "gone"]).lines]
    assert "This is of no format we know. A document is brought in on the form of the source" in lines[0]
    (tmp_path / "letter.exe").write_bytes(b"MZ")
    (line,) = read_arrival([tmp_path / "letter.exe"]).lines
    assert "This is of no format we know. Bring a portable archive" in str(line)
    assert "There is no" in lines[1]
    assert format_of(small) == "folder"
    with pytest.raises(FormatError, match="name one of folder, tei, csv"):
        read_arrival([small], format="word")

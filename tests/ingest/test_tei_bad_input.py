"""What cannot be read is refused in one clear line, and what is only odd comes in and is reported."""

from pathlib import Path

import pytest

from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.report import Line
from sourcebook.ingest.tei import read, recognise
from sourcebook.record import Source

OPEN = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"'
HEADER = "<teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt></fileDesc></teiHeader>"


def tei(body: str, *, opening: str = OPEN, before: str = "") -> str:
    return f"{before}{opening}>{HEADER}<text><body>{body}</body></text></TEI>"


def written(folder: Path, data: str | bytes, name: str = "letter.xml") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusals(arrival: Arrival) -> list[Line]:
    return [line for line in arrival.lines if line.outcome == "refused"]


def only_refusal(path: Path) -> Line:
    arrival = read([path])
    (line,) = refusals(arrival)
    assert line.file.startswith(str(path))
    assert not arrival.records
    return line


def text_of(arrival: Arrival) -> list[tuple[str, str]]:
    (source,) = (record for record in arrival.records.values() if isinstance(record, Source))
    return [(passage.key, passage.text) for version in source.texts for passage in version.passages]


def test_bombs_and_outside_entities_are_refused_unread(shared_data: Path) -> None:
    for name in ("xmlbomb.xml", "external.xml"):
        path = shared_data / "hostile/xml" / name
        assert "declares entities" in only_refusal(path).message
        assert recognise(path), "so that it is refused with its reason"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_bomb_in_a_tei_file_and_any_encoding(tmp_path: Path, encoding: str) -> None:
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE TEI [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>'
    )
    path = written(tmp_path, tei("<p>&c;</p>", before=bomb).encode(encoding))
    assert "declares entities" in only_refusal(path).message


@pytest.mark.parametrize(
    ("data", "said", "line"),
    [
        ("", "empty", 0),
        ("words", "malformed", 1),
        (tei("\n<p>one"), "malformed", 2),
        ("<root/>", "not TEI: its root element is <root>", 1),
        ("<TEI.2/>", "not in the namespace of TEI P5", 1),
        (
            tei("<p>&eacute;</p>", before='<!DOCTYPE TEI SYSTEM "tei.dtd">'),
            "entity &eacute; is not declared",
            1,
        ),
        (tei("<p>Прага</p>").encode("cp1251"), "not in the encoding it says", 1),
        (
            tei("<p>Прага</p>", before='<?xml version="1.0" encoding="windows-1251"?>').encode(),
            "bytes are UTF-8",
            1,
        ),
        (tei("<p>x</p>", before='<?xml version="1.0" encoding="UTF-16"?>').encode(), "bytes are UTF-8", 1),
        (b"\x89PNG\r\n\x1a\n\x00", "malformed", 1),
    ],
)
def test_one_clear_line(tmp_path: Path, data: str | bytes, said: str, line: int) -> None:
    refused = only_refusal(written(tmp_path, data))
    assert said in refused.message
    assert refused.line == line


def test_an_old_encoding_that_is_declared_is_read(tmp_path: Path) -> None:
    data = tei("<p>Прага</p>", before='<?xml version="1.0" encoding="windows-1251"?>').encode("cp1251")
    assert text_of(read([written(tmp_path, data)])) == [("p1", "Прага")]


def test_every_broken_file_of_a_folder_is_named_and_other_xml_left_aside(tmp_path: Path) -> None:
    written(tmp_path, tei("<p>one"), "a.xml")
    written(tmp_path, tei("<p>two</p>"), "b.xml")
    written(tmp_path, "<event/>", "c.xml")
    arrival = read([tmp_path])
    assert [Path(line.file).name for line in refusals(arrival)] == ["a.xml"]
    assert [Path(line.file).name for line in arrival.lines if line.outcome == "notice"] == ["c.xml"]


def test_a_folder_without_tei_a_missing_file_a_link_out(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    assert "no TEI in this folder" in only_refusal(inside).message
    assert "cannot be read" in only_refusal(tmp_path / "missing.xml").message
    (inside / "out.xml").symlink_to(written(tmp_path, tei("<p>x</p>")))
    assert "leads out of the folder" in only_refusal(inside).message


def test_two_files_of_one_identifier_and_one_file_named_twice(tmp_path: Path) -> None:
    first = written(tmp_path, tei("<p>x</p>", opening=f'{OPEN} xml:id="v1"'), "a.xml")
    second = written(tmp_path, tei("<p>y</p>", opening=f'{OPEN} xml:id="v1"'), "b.xml")
    assert "is also that of" in refusals(read([first, second]))[0].message
    assert not refusals(read([first, first, tmp_path / "a.xml"]))


def test_unknown_elements_keep_their_words_and_are_counted(tmp_path: Path) -> None:
    arrival = read(
        [
            written(
                tmp_path, tei("<p>one <mystery>two <hi>three</hi></mystery></p><oddity><p>four</p></oddity>")
            )
        ]
    )
    assert text_of(arrival) == [("p1", "one two three"), ("p2", "four")]
    assert [line.message for line in arrival.lines] == [
        "The element <mystery> is not known here; it stands once and its words were kept.",
        "The element <oddity> is not known here; it stands once and its words were kept.",
    ]


def test_identifiers_given_twice_and_dates_that_are_none(tmp_path: Path) -> None:
    dateline = '<dateline><date when="1956-02-31">late February</date></dateline>'
    arrival = read(
        [
            written(
                tmp_path,
                tei(f'{dateline}<p xml:id="a">one</p><p xml:id="a">two <ref target="#a">a</ref></p>'),
            )
        ]
    )
    said = "\n".join(line.message for line in arrival.lines)
    assert "“a” is given 2 times" in said
    assert "“1956-02-31” is no date" in said
    (source,) = (record for record in arrival.records.values() if isinstance(record, Source))
    assert source.date is not None
    assert source.date.as_written == "late February"
    assert text_of(arrival)[1:] == [("a", "one"), ("p1", "two [a](source:letter#a)")]


def test_a_section_that_nothing_dates_is_refused(tmp_path: Path) -> None:
    header = HEADER.replace("Letter", "Milestones")
    body = '<div type="section" xml:id="one"><head>One</head><p>Once.</p></div>'
    arrival = read([written(tmp_path, f"{OPEN}>{header}<text><body>{body}</body></text></TEI>")])
    assert "can be put under no year" in refusals(arrival)[0].message


def test_what_is_recognised(tmp_path: Path, shared_data: Path) -> None:
    assert recognise(shared_data / "milestones/1953-1960.xml")
    assert recognise(shared_data / "frus-tei")
    assert not recognise(shared_data / "frus-history/events")
    assert not recognise(shared_data / "hostile/xml/simple.xml")
    assert recognise(written(tmp_path, tei("<p>one")))
    assert not recognise(shared_data / "pdf")
    assert not recognise(written(tmp_path, tei("<p/>"), "letter.txt"))

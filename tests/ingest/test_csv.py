"""Spreadsheets in CollectionBuilder's columns, and others' with a mapping file."""

from pathlib import Path

import pytest

from sourcebook.ingest import csv
from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.csv.mapping import FIELDS
from sourcebook.ingest.texts import guess_encoding
from sourcebook.record import Contribution, Person, Place, Source
from tests.record_files import png

HEADER = (
    "objectid,parentid,title,creator,date,date-is-approximate?,subject,"
    "location,latitude,longitude,type,language,object_location\n"
)


def source(arrival: Arrival, slug: str) -> Source:
    found = arrival.records[f"source:{slug}"]
    assert isinstance(found, Source)
    return found


def sheet(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "sheet.csv"
    path.write_bytes(text.encode(encoding))
    return path


def refusals(arrival: Arrival, folder: Path) -> list[str]:
    return [str(line).replace(f"{folder}/", "") for line in arrival.lines if line.outcome == "refused"]


def test_collectionbuilders_own_example(shared_data: Path) -> None:
    arrival = csv.read(shared_data / "collectionbuilder" / "demo-metadata.csv", allow_missing=True)
    assert not arrival.refused
    card = source(arrival, "demo-001")
    assert card.medium == "image"
    assert card.languages == ("en",)
    assert card.keywords == ("universities", "buildings", "campuses", "picture postcards")
    assert card.rights.statement == "http://rightsstatements.org/vocab/NoC-US/1.0/"
    assert card.contributions == (
        Contribution(role="creator", agent="organisation:pacific-photo-co", credited_as="Pacific Photo Co."),
    )
    assert [file.media_type for file in card.files] == ["image/jpeg"]
    assert card.canvases[0].alt["en"].startswith("historic sepia photograph")
    assert card.holdings[0].call_number == "pg_9_12_01bl"
    moscow = arrival.records["place:moscow-idaho"]
    assert isinstance(moscow, Place)
    assert moscow.latitude == pytest.approx(46.725562)
    assert card.about == ("place:moscow-idaho",)
    thompson = arrival.records["person:j-b-thompson"]
    assert isinstance(thompson, Person)
    assert thompson.names[0].sort_as == "Thompson, J. B."
    radio = source(arrival, "demo-003")
    assert radio.medium == "audio"
    assert radio.texts[0].passages[0].text.startswith("[slightly scratchy recording")
    film = source(arrival, "demo-004")
    assert film.holdings[0].link == "https://youtu.be/CVXQ3X6Q8oU"
    assert not film.files


def test_compound_objects_are_parts_and_several_views_are_one_thing(shared_data: Path) -> None:
    arrival = csv.read(
        shared_data / "collectionbuilder" / "demo-compoundobjects-metadata.csv", allow_missing=True
    )
    assert not arrival.refused
    parts = [r for r in arrival.records.values() if isinstance(r, Source) and r.part_of == "source:demo-008"]
    assert [part.position for part in parts] == list(range(1, len(parts) + 1))
    assert parts
    assert "source:demo-033" not in arrival.records
    assert len(source(arrival, "demo-032").holdings) == 2


def test_two_views_of_one_thing_are_two_canvases(tmp_path: Path) -> None:
    for name in ("front", "back"):
        (tmp_path / f"{name}.png").write_bytes(png(4, len(name)))
    text = (
        "objectid,parentid,title,display_template,object_location,image_alt_text\n"
        "a,,Postcard,multiple,,\nb,a,Front,image,/front.png,A street\nc,a,,image,/back.png,\n"
    )
    arrival = csv.read(sheet(tmp_path, text))
    card = source(arrival, "a")
    assert list(arrival.records) == ["source:a"]
    assert [(canvas.file, canvas.label) for canvas in card.canvases] == [
        ("front.png", "Front"),
        ("back.png", ""),
    ]
    assert card.canvases[0].alt == {"en": "A street"}
    assert card.medium == "image"


def test_an_approximate_date_says_so(tmp_path: Path) -> None:
    arrival = csv.read(
        sheet(tmp_path, HEADER + "a,,One,,1910,yes,,,,,text,,\nb,,Two,,whenever,,,,,,text,,\n")
    )
    date = source(arrival, "a").date
    assert date is not None
    assert (date.as_written, date.edtf) == ("circa 1910", "1910~")
    assert [line.line for line in arrival.lines] == [3]
    assert "“whenever” is not understood" in arrival.lines[0].message


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_byte_order_marks_are_recognised(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    text = (
        separator.join(["objectid", "title", "type"]) + "\r\n" + separator.join(["a", '"Доклад, да"', "text"])
    )
    arrival = csv.read(sheet(tmp_path, text, encoding))
    assert not arrival.lines
    assert source(arrival, "a").title == {"en": "Доклад, да"}


def test_another_encoding_is_guessed_and_told_or_named(tmp_path: Path, shared_data: Path) -> None:
    words = (shared_data / "charset" / "sample-russian.txt").read_bytes().decode(
        "utf-8", "ignore"
    ) or "Доклад"
    title = " ".join(words.split())[:300].replace('"', "") + " Доклад о культе личности и его последствиях"
    text = f'objectid,title,type\na,"{title}",text\n'
    path = sheet(tmp_path, text.encode("cp1251", "ignore").decode("cp1251"), "cp1251")
    guessed = csv.read(path)
    assert [line.message.split(" and ")[0] for line in guessed.lines] == ["The file is not UTF-8"]
    named = csv.read(path, encoding="cp1251")
    assert not named.lines
    assert "Доклад о культе" in source(named, "a").title["en"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize("title", ["Доклад о культе личности", "Речь в Познани", "Письмо Берии"])
def test_a_few_russian_words_are_enough_to_guess(tmp_path: Path, title: str, encoding: str) -> None:
    arrival = csv.read(sheet(tmp_path, f"objectid,title,type\na,{title},text\n", encoding))
    assert source(arrival, "a").title == {"en": title}


def test_artists_of_a_museum_by_a_mapping_file(tmp_path: Path, shared_data: Path) -> None:
    mapping = tmp_path / "moma.yaml"
    mapping.write_text(
        "kind: person\n"
        "columns:\n"
        "  ConstituentID: {field: key}\n"
        "  DisplayName: name\n"
        "  DisplayDate: summary\n"
        "  BeginDate: {field: born, empty: ['0']}\n"
        "  EndDate: {field: died, empty: ['0']}\n"
        "  Wiki QID: {field: identifier, scheme: wikidata}\n"
        "  ULAN: {field: identifier, scheme: ulan}\n"
        "  Nationality: ignore\n"
        "  Code: ignore\n",
        encoding="utf-8",
    )
    arrival = csv.read(shared_data / "moma" / "Artists-2016-03-03.csv", mapping=mapping)
    assert not arrival.refused
    assert len(arrival.records) > 10_000
    arneson = arrival.records["person:robert-arneson"]
    assert isinstance(arneson, Person)
    assert arneson.born is not None
    assert arneson.born.edtf == "1930"
    assert arneson.summary == {"en": "American, 1930–1992"}
    arnaiz = arrival.records["person:doroteo-arnaiz"]
    assert isinstance(arnaiz, Person)
    assert arnaiz.died is None


def test_artists_of_another_with_places(tmp_path: Path, shared_data: Path) -> None:
    mapping = tmp_path / "tate.yaml"
    mapping.write_text(
        "kind: person\ncolumns:\n  id: key\n  name: name\n  yearOfBirth: born\n  yearOfDeath: died\n"
        "  placeOfBirth: birth_place\n  placeOfDeath: death_place\n"
        "  url: {field: identifier, scheme: tate}\n  gender: ignore\n  dates: summary\n",
        encoding="utf-8",
    )
    arrival = csv.read(shared_data / "tate" / "artist_data.csv", mapping=mapping)
    assert not arrival.refused
    abbott = arrival.records["person:berenice-abbott"]
    assert isinstance(abbott, Person)
    assert (abbott.names[0].text, abbott.names[0].sort_as) == ("Berenice Abbott", "Abbott, Berenice")
    assert abbott.birth_place == "place:springfield-united-states"


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", ["sheet.csv: The spreadsheet is empty."]),
        (
            HEADER + "a,,One,,,,,,,,text,,\na,,Two,,,,,,,,text,,\n",
            ["sheet.csv:3: source:a: source:a was given before, in sheet.csv:2. Give one of the two another name."],
        ),
        (
            HEADER + '"a\n",,One,,,,,,,,text,,\nb,,Two\n',
            ["sheet.csv:4: The row has 3 cells, the header has 13. "
             "Put cells with a separator in them between double quotes."],
        ),
        (HEADER + "a,,,,,,,,,,text,,\n", ["sheet.csv:2: The row has no title. Give it one."]),
        (
            HEADER + "a,zz,One,,,,,,,,text,,\n",
            ["sheet.csv:2: source:a: It is a part of zz, and there is no such row. Write the row, or empty the cell."],
        ),
        (
            HEADER + "a,,One,,,,,,,,image,,/../b.png\n",
            ["sheet.csv:2: “../b.png” leads out of the folder that is imported. "
             "Put the file into the folder and name it from there."],
        ),
        (HEADER + 'a,,"One,,,,,,,,text,,\n', ["sheet.csv:2: This is no table: unexpected end of data."]),
        ("objectid,title,title\na,b,c\n", ["sheet.csv:1: The column “title” stands 2 times. Rename one."]),
        (
            "id,what\na,b\n",
            ["sheet.csv:1: There is no column “title”. "
             "Say which column is which with --mapping (see docs/how-to/import-a-spreadsheet.md)."],
        ),
        (
            "objectid,title\na,b\0\n",
            ["sheet.csv:2: A control character stands here; this is no spreadsheet as text."],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line(tmp_path: Path, text: str, refused: list[str]) -> None:
    assert refusals(csv.read(sheet(tmp_path, text)), tmp_path) == refused


@pytest.mark.parametrize(
    ("mapping", "line", "says"),
    [
        ("columns:\n  what: tittle\n", 2, "“tittle” is no field"),
        ("columns: [what]\n", 1, "`columns:` is missing"),
        ("columns:\n  what: {field: title, colour: red}\n", 2, "no field `colour`"),
        ("kind: ghost\ncolumns:\n  what: title\n", 1, "`kind` cannot be “ghost”"),
        ("columns:\n  who: title\n", 1, "There is no column “who”"),
        ("columns: {what: title, when: date}\n", 1, "names a column “when”"),
        ("columns:\n\twhat: title\n", 2, "not YAML"),
    ],
)
def test_a_mapping_that_does_not_fit_is_one_line(tmp_path: Path, mapping: str, line: int, says: str) -> None:
    path = tmp_path / "columns.yaml"
    path.write_text(mapping, encoding="utf-8")
    (refusal,) = (
        x for x in csv.read(sheet(tmp_path, "id,what\na,b\n"), mapping=path).lines if x.outcome == "refused"
    )
    assert says in refusal.message
    assert refusal.line == line


@pytest.mark.parametrize(
    ("encoding", "says"), [("klingon", "no encoding we know"), ("ascii", "is not ascii")]
)
def test_an_encoding_that_does_not_fit_is_one_line(tmp_path: Path, encoding: str, says: str) -> None:
    (line,) = csv.read(sheet(tmp_path, "objectid,title\na,Доклад\n"), encoding=encoding).lines
    assert says in line.message


def test_what_is_elsewhere_or_missing_is_told_and_linked(tmp_path: Path) -> None:
    arrival = csv.read(
        sheet(
            tmp_path,
            HEADER + "a,,One,,,,,,,,image,,https://example.org/a.jpg\nb,,Two,,,,,,,,image,xx-,/b.png\n",
        ),
        allow_missing=True,
    )
    assert not arrival.refused
    assert source(arrival, "a").holdings[0].link == "https://example.org/a.jpg"
    assert [line.line for line in arrival.lines] == [2, 3, 3]


def test_the_manual_names_every_field(repository: Path) -> None:
    manual = (repository / "docs/how-to/import-a-spreadsheet.md").read_text(encoding="utf-8")
    assert not [field for field, meaning in FIELDS.items() if f"| `{field}` | {meaning} |" not in manual]


def test_a_missing_file_is_refused_unless_it_is_allowed(tmp_path: Path) -> None:
    path = sheet(tmp_path, HEADER + "b,,Two,,,,,,,,image,,/b.png\n")
    assert refusals(csv.read(path), tmp_path) == [
        "sheet.csv:2: There is no file b.png beside the spreadsheet. Put it there, or import with --allow-missing "
        "to take the records without their files."
    ]


@pytest.mark.parametrize(
    ("title", "encoding"),
    [("Łódź, Gdańsk i Poznań: zażółć gęślą jaźń", "cp1250"), ("Ελληνικά νέα του 1956", "cp1253")],
)
def test_other_alphabets_are_not_taken_for_russian(title: str, encoding: str) -> None:
    assert guess_encoding(title.encode(encoding)) not in ("cp1251", "koi8-r", "cp866", "iso8859-5")

"""What records file: cut small, and touched only by what they hold."""

from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

from sourcebook.reading_room import file_entries, makers
from sourcebook.reading_room.addresses import legacy
from sourcebook.reading_room.baking import bake
from sourcebook.reading_room.reading import Publication
from sourcebook.record import Archive, Contribution, Name, Passage, Person, Record, Source, TextVersion
from sourcebook.vocabulary.dates import read_date
from tests.reading_room.library import MemoryLibrary
from tests.reading_room.sample import sample_site

AT = "2026-01-01T00:00:00Z"


def filed(record: Record) -> dict[tuple[str, str], list[tuple[str, bytes]]]:
    found = defaultdict(list)
    for entry in file_entries(Publication(record, AT, AT), sample_site(Path("nowhere"))):
        found[entry.catalogue, entry.heading].append((entry.sort, entry.card))
    return found


def touched(before: Record, after: Record) -> set[str]:
    old, new = filed(before), filed(after)
    return {
        catalogue
        for catalogue, heading in old | new
        if old.get((catalogue, heading)) != new.get((catalogue, heading))
    }


def document(number: int) -> Source:
    return Source(
        id=f"s{number}",
        slug=f"document-{number}",
        medium="text",
        title={"en": f"Document {number}"},
        date=read_date(f"1956-{number % 12 + 1:02d}"),
        contributions=(Contribution(role="sender", agent="person:a-sender"),),
        texts=(
            TextVersion(
                key="en", language="en", passages=(Passage(key="p1", text="[He](person:a-sender) wrote."),)
            ),
        ),
    )


SENDER = Person(
    id="p1", slug="a-sender", names=(Name(text="A Sender", language="en"),), description={"en": "Old."}
)


def test_a_change_of_a_biography_touches_no_list() -> None:
    assert touched(SENDER, msgspec.structs.replace(SENDER, description={"en": "New."})) == set()


def test_a_change_of_a_text_touches_no_list() -> None:
    before = document(1)
    (text,) = before.texts
    passage = Passage(key="p1", text="[He](person:a-sender) wrote again.")
    after = msgspec.structs.replace(before, texts=(msgspec.structs.replace(text, passages=(passage,)),))
    assert touched(before, after) == set()


def test_a_change_of_a_name_touches_where_the_name_is_shown() -> None:
    after = msgspec.structs.replace(SENDER, names=(Name(text="Another Sender", language="en"),))
    assert touched(SENDER, after) == {"names", "cards", "person"}


@pytest.mark.parametrize(
    ("old", "address"),
    [
        ("/node/12", "/node/12/"),
        ("node/12/", "/node/12/"),
        ("/docs/report.html", "/docs/report.html"),
        ("/docs/index.html", "/docs/"),
        ("/d%C3%A9tente", "/détente/"),
        ("/people.php?id=3", ""),
        ("/../etc/passwd", ""),
        ("/.git/config", ""),
        ("/a//b", ""),
        ("/", ""),
        ("/feed.xml.gz", ""),
        ("/" + "a" * 300, ""),
        ("/%00", ""),
        ("/%ff", ""),
    ],
)
def test_only_addresses_that_a_file_can_stand_for_redirect(old: str, address: str) -> None:
    assert legacy(old) == address


@pytest.fixture(scope="module")
def many() -> MemoryLibrary:
    made = MemoryLibrary(sample_site(Path("nowhere")))
    made.publish(Archive(id="a", slug="archive", title={"en": "An archive"}))
    made.publish(SENDER)
    for number in range(240):
        made.publish(document(number))
    for number in range(160):
        made.publish(
            Person(
                id=f"q{number}",
                slug=f"person-{number}",
                names=(Name(text=f"{chr(65 + number % 26)} {number}", language="en"),),
            )
        )
    return made


def test_long_indexes_are_cut_into_letters_years_and_months(many: MemoryLibrary) -> None:
    pages = {page.address: page for page in bake(many, many.addresses(), makers(many.site)) if page.files}
    assert {
        "/people/letters/a/",
        "/people/letters/z/",
        "/sources/years/1956/",
        "/sources/years/1956/03/",
    } <= pages.keys()
    assert {"/people/a-sender/mentions/", "/ru/people/a-sender/mentions/"} <= pages.keys()
    assert "/people/person-1/mentions/" not in pages
    index = pages["/sources/years/1956/"].files[""]
    assert isinstance(index, bytes)
    assert b"/sources/years/1956/03/" in index
    assert b"Document" not in index


def test_no_page_of_a_document_reads_a_list_that_grows_with_the_archive(many: MemoryLibrary) -> None:
    (page,) = bake(many, ["/sources/document-7/"], makers(many.site))
    longest = max(len(many.cards(catalogue, heading)) for catalogue, heading in page.noted)
    assert longest == 1


def test_the_page_of_a_letter_reads_no_card_of_another(many: MemoryLibrary) -> None:
    (page,) = bake(many, ["/people/letters/a/"], makers(many.site))
    assert {heading for catalogue, heading in page.noted if catalogue == "person"} == {"en A"}

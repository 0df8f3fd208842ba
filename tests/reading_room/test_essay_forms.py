"""What an essay says beyond words: works that are cited, timelines, maps."""

from pathlib import Path

import pytest

from sourcebook.reading_room.catalogue import PageCard
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.markdown import Writing
from sourcebook.reading_room.markdown.citations import by_author, citation
from sourcebook.reading_room.reading import Reading
from sourcebook.reading_room.words import words_of
from sourcebook.record import CitedName, CitedWork, Name, Place
from sourcebook.record.links import links_in
from tests.reading_room.library import MemoryLibrary
from tests.reading_room.sample import sample_site

LIBRARY = MemoryLibrary(sample_site(Path("nowhere")))
LIBRARY.publish(Place(id="b1", slug="poznan", names=(Name(text="Poznań"),)))

TAUBMAN = CitedWork(
    id="taubman-2003",
    title="Khrushchev: The Man and His Era",
    author=(CitedName(family="Taubman", given="William"),),
    publisher="W. W. Norton",
    publisher_place="New York",
    issued="2003",
)
BLAUVELT = CitedWork(
    id="blauvelt",
    type="article-journal",
    title="Status Shift",
    author=(CitedName(family="Blauvelt", given="Timothy K."),),
    container_title="Europe-Asia Studies",
    volume="61",
    issue="4",
    issued="2009",
    page="651–668",
    DOI="10.1080/0966",
)


def writing() -> Writing:
    return Writing(Leaf(LIBRARY.site, Reading(LIBRARY), PageCard("x", "", "en")), works=[TAUBMAN, BLAUVELT])


def test_a_note_shows_the_whole_citation_and_the_place_in_it() -> None:
    page = writing()
    page.blocks("Why?[^1]\n\n[^1]: See [ch. 11](cite:taubman-2003) and [](cite:blauvelt); [p. 3](cite:lost).")
    note = page.own_note("1")
    assert (
        "William Taubman, <cite>Khrushchev: The Man and His Era</cite> (New York: W. W. Norton, 2003), ch. 11"
        in note
    )
    assert "“Status Shift”, <cite>Europe-Asia Studies</cite> 61, no. 4 (2009): 651–668" in note
    assert 'href="https://doi.org/10.1080/0966"' in note
    assert "; p. 3." in note
    assert [work.id for work in by_author(page.cited.values())] == ["blauvelt", "taubman-2003"]


@pytest.mark.parametrize(
    ("work", "language", "said"),
    [
        (
            CitedWork(
                id="a",
                type="chapter",
                title="One",
                container_title="Whole",
                editor=(CitedName(literal="The Institute"),),
                publisher="Press",
                issued="2001",
                page="1–9",
            ),
            "en",
            "“One”, in <cite>Whole</cite>, ed. The Institute (Press, 2001), 1–9",
        ),
        (CitedWork(id="a", title="Том <1>", volume="2"), "ru", "<cite>Том &lt;1&gt;</cite>, т. 2"),
        (
            CitedWork(id="a", type="webpage", title="T", URL="javascript:alert(1)"),
            "en",
            "“T”, javascript:alert(1)",
        ),
        (
            CitedWork(id="a", type="manuscript", title="Протокол", archive="РГАНИ", archive_location="ф. 3"),
            "ru",
            "«Протокол», РГАНИ, ф. 3",
        ),
    ],
)
def test_works_of_several_kinds(work: CitedWork, language: str, said: str) -> None:
    assert citation(work, words_of(language)) == said


def test_a_timeline_is_a_list_by_time() -> None:
    shown = writing().blocks("```timeline The way\n25 February 1956 | *Spoken*\nearly June | Printed\n```")
    assert shown == (
        '<figure class="timeline"><figcaption>The way</figcaption><ol>\n'
        '<li><time datetime="1956-02-25">25 February 1956</time> <span><em>Spoken</em></span></li>\n'
        '<li><span class="when">early June</span> <span>Printed</span></li>\n</ol></figure>\n'
    )


def test_a_map_is_a_list_by_place_and_links_to_it() -> None:
    markdown = "```map\nplace:poznan | The strike\n47.5, 19.05 | <b>\n```"
    assert writing().blocks(markdown) == (
        '<figure class="map"><ul>\n'
        '<li><span class="where"><a href="/places/poznan/">Poznań</a></span> <span>The strike</span></li>\n'
        '<li><span class="where">47.5, 19.05</span> <span>&lt;b&gt;</span></li>\n</ul></figure>\n'
    )
    assert [mention.target for mention in links_in(markdown)] == ["place:poznan"]

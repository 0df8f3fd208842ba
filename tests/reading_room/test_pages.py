"""The whole sample, baked: what stands at which address, and that every link leads somewhere."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree, html

from sourcebook.reading_room.baking import Baked, file_name
from sourcebook.record import decode, encode
from tests.reading_room.library import MemoryLibrary
from tests.reading_room.sample import records

Pages = dict[str, Baked]


def text(page: Baked) -> str:
    content = page.files[""]
    assert isinstance(content, bytes)
    return content.decode()


def tree(page: Baked) -> html.HtmlElement:
    return html.document_fromstring(text(page))


def words(page: Baked) -> str:
    return " ".join(" ".join(tree(page).itertext()).split()).replace(" ,", ",")


@pytest.mark.parametrize(
    "address",
    [
        "/", "/1956/", "/1957/", "/1956/secret-speech/", "/1956/secret-speech/texts/", "/1956/secret-speech/images/",
        "/1956/secret-speech/audio/", "/1956/secret-speech/video/", "/1956/secret-speech/objects/", "/themes/",
        "/themes/copies/", "/sources/", "/sources/telegram/", "/sources/telegram/texts/ru/", "/sources/reading/en.vtt",
        "/sources/map/page-001.png.480.webp", "/sources/map/notes.pdf", "/sources/years/1956/",
        "/sources/years/undated/", "/people/", "/people/imre-nagy/", "/organisations/cpsu/", "/places/budapest/",
        "/events/", "/events/closed-session/", "/glossary/", "/glossary/first-secretary/", "/feed.xml", "/404.html",
        "/sitemap.xml", "/robots.txt", "/record.json", "/1956/secret-speech/record.json", "/ru/",
        "/ru/1956/secret-speech/", "/ru/sources/telegram/", "/ru/feed.xml", "/id/bs1/",
    ],
)  # fmt: skip
def test_what_is_published_has_its_page(baked: Pages, address: str) -> None:
    assert address in baked


def test_a_tab_without_sources_and_mentions_that_fit_on_their_page_have_no_page(baked: Pages) -> None:
    assert "/1956/rising/texts/" not in baked
    assert "/people/imre-nagy/mentions/" not in baked


def test_former_slugs_identifiers_and_legacy_addresses_lead_on(baked: Pages) -> None:
    leads = {address: page.files[".to"] for address, page in baked.items() if ".to" in page.files}
    assert leads["/people/khrushchev/"] == b"/people/nikita-khrushchev/"
    assert leads["/ru/people/khrushchev/"] == b"/ru/people/nikita-khrushchev/"
    assert leads["/id/bp1/"] == b"/people/nikita-khrushchev/"
    assert leads["/node/12/"] == b"/people/nikita-khrushchev/"
    assert leads["/1956/speech/"] == b"/1956/secret-speech/"
    assert not any("people.php" in address for address in leads)


def test_the_record_stands_beside_its_page(baked: Pages) -> None:
    for record in records():
        (address,) = [
            a for a in baked if a.endswith("record.json") and text(baked[a]) == encode(record).decode()
        ]
        assert decode(text(baked[address]).encode()) == record


def _links(address: str, page: Baked) -> list[str]:
    found = [link for _, name, link, _ in tree(page).iterlinks() if name in {"href", "src", "poster"}]
    for sources in tree(page).xpath("//@srcset"):
        found += [source.split()[0] for source in str(sources).split(",")]
    return [link if not link.startswith("#") else address + link for link in found]


def test_every_link_leads_to_a_page_and_every_anchor_is_there(baked: Pages, library: MemoryLibrary) -> None:
    anchors = {
        address: set(tree(page).xpath("//@id"))
        for address, page in baked.items()
        if file_name(address).endswith(".html")
    }
    broken = []
    for address in anchors:
        for link in _links(address, baked[address]):
            link = link.removeprefix(library.site.base)
            if link.startswith(("http://", "https://", "mailto:")):
                continue
            path, _, anchor = link.partition("#")
            # On a file, an anchor is a stretch of time for the player.
            there = path in baked and (not anchor or path not in anchors or anchor in anchors[path])
            if not there:
                broken.append(f"{address}: {link}")
    assert not broken


def test_every_page_is_valid_html(baked: Pages, repository: Path, tmp_path: Path) -> None:
    checker = repository / "frontend" / "node_modules" / ".bin" / "html-validate"
    if not checker.exists():
        pytest.skip("THE FRONT END IS NOT SET UP: run make setup.")
    for address, page in baked.items():
        if file_name(address).endswith(".html"):
            path = tmp_path / file_name(address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text(page), encoding="utf-8")
    run = subprocess.run(
        [checker, "--config", repository / "frontend" / "htmlvalidate.json", "--formatter", "text", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout.replace(str(tmp_path), "")


def test_no_page_asks_for_anything_elsewhere_or_carries_style_or_script(baked: Pages) -> None:
    for address, page in baked.items():
        if not file_name(address).endswith(".html"):
            continue
        page_tree = tree(page)
        assert not page_tree.xpath("//@style | //style | //@*[starts-with(name(), 'on')]"), address
        scripts = page_tree.xpath("//script[not(@type='application/ld+json')]")
        assert all(script.get("type") == "module" and not script.text for script in scripts), address
        for source in page_tree.xpath("//@src | //link[@rel='stylesheet']/@href"):
            assert str(source).startswith("/"), address


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/places/saint-petersburg/", "Leningrad, 1924–1991 English, former"),
        ("/places/saint-petersburg/", "Петроград, August 1914 – 26 January 1924 Russian"),
        ("/ru/places/saint-petersburg/", "Leningrad, 1924–1991 гг. английский"),
        ("/ru/places/saint-petersburg/", "Петроград, с августа 1914 до 26 января 1924 русский"),
    ],
)
def test_a_name_says_when_a_thing_was_called_so(baked: Pages, address: str, said: str) -> None:
    assert said in words(baked[address])


def test_linked_data_is_json_that_cannot_end_its_element(baked: Pages) -> None:
    types = {}
    for address, page in baked.items():
        if file_name(address).endswith(".html"):
            for script in tree(page).xpath("//script[@type='application/ld+json']/text()"):
                types[address] = json.loads(str(script))["@type"]
    assert types["/"] == ["WebSite", "ArchiveOrganization"]
    assert types["/1956/secret-speech/"] == "ScholarlyArticle"
    assert types["/sources/telegram/"] == "ArchiveComponent"
    assert types["/glossary/first-secretary/"] == "DefinedTerm"
    assert types["/ru/events/closed-session/"] == "Event"


def test_xml_is_well_formed_and_the_feed_has_what_atom_asks_for(baked: Pages) -> None:
    for address, page in baked.items():
        if address.endswith(".xml"):
            etree.fromstring(text(page).encode())
    atom = etree.fromstring(text(baked["/feed.xml"]).encode())
    names = {str(etree.QName(child).localname) for child in atom}
    assert {"title", "id", "updated", "entry", "author"} <= names


def test_the_sitemap_lists_every_record_in_every_language(baked: Pages, library: MemoryLibrary) -> None:
    listed = set()
    for address, page in baked.items():
        if address.startswith("/sitemaps/"):
            listed |= set(re.findall(r"<loc>([^<]+)</loc>", text(page)))
    assert len(listed) == len(records()) * len(library.site.languages)
    assert f"{library.site.base}/ru/sources/telegram/" in listed
    assert all(unquote(address.removeprefix(library.site.base)) in baked for address in listed)


def test_other_languages_keep_the_place(baked: Pages) -> None:
    (link,) = tree(baked["/1956/secret-speech/"]).xpath("//nav[@class='tongues']//a")
    assert link.get("href") == "/ru/1956/secret-speech/"
    assert link.get("hreflang") == "ru"


def test_an_essay_has_notes_quotations_figures_and_terms(baked: Pages) -> None:
    page = tree(baked["/1956/secret-speech/"])
    assert page.xpath("//figure[@class='quotation']/figcaption/a/@href") == ["/sources/telegram/#p2"]
    (region,) = page.xpath("//figure[not(@class)]//*[local-name()='svg']")
    assert region.get("viewbox") == "100 60 420 300"
    assert page.xpath("//audio/@src") == ["/sources/reading/reading.wav#t=0.5,1.5"]
    assert len(page.xpath("//div[@class='notes']/ol/li")) == 2
    assert len(page.xpath("//div[@class='notes']/ol/li[1]//a[@class='back']")) == 2
    assert page.xpath("//a[@class='term']/@title") == ["The head of the party's apparatus."]
    assert "Nobody published this" in page.text_content()
    assert "<b>No HTML</b>" in page.text_content()


def test_the_original_and_its_translation_stand_side_by_side(baked: Pages) -> None:
    page = tree(baked["/sources/telegram/"])
    rows = {row.get("id"): row for row in page.xpath("//div[@class='row']")}
    assert [cell.get("lang") for cell in rows["p1"].xpath("./div[@class='cell']")] == ["ru", None]
    assert "Зал молчал" in rows["p2"].text_content()
    assert "The hall was silent" in rows["p2"].text_content()
    assert "An older translation" not in page.text_content()
    assert [str(way) for way in page.xpath("//nav[@class='ways']//a/@href")] == [
        "/sources/telegram/texts/ru/",
        "/sources/telegram/texts/en/",
        "/sources/telegram/texts/en-old/",
    ]


def test_a_passage_says_who_cites_it(baked: Pages) -> None:
    page = tree(baked["/sources/telegram/"])
    (marks,) = page.xpath("//div[@id='p1']/div[@class='marks']")
    assert marks.xpath(".//a/@href") == ["/1956/secret-speech/"]
    assert "quoted" in words(baked["/sources/telegram/"])
    assert "Cited in" in words(baked["/sources/map/"])


def test_a_source_says_where_it_is_and_how_it_came(baked: Pages) -> None:
    said = words(baked["/sources/telegram/"])
    assert "State Archive, Fonds 1, op. 2, d. 3" in said
    assert "Where it lay for thirty years is not known." in said
    assert "Published (probable), 1989" in said
    assert "Public Domain Dedication" in said
    assert "http://127.0.0.1:8000/id/bs1/" in said
    assert tree(baked["/sources/telegram/"]).xpath("//li[@class='gap']")


def test_parts_of_a_volume_know_their_neighbours(baked: Pages) -> None:
    page = tree(baked["/sources/telegram/"])
    assert page.xpath("//a[@rel='next']/@href") == ["/sources/reply/"]
    assert not page.xpath("//a[@rel='prev']")
    assert "Reply from Moscow" in words(baked["/sources/volume/"])
    assert tree(baked["/sources/map/"]).xpath("//a[@rel='next']/@href") == ["/sources/reading/"]


def test_relations_are_read_from_both_ends(baked: Pages) -> None:
    assert "led to The rising (disputed)" in words(baked["/events/closed-session/"])
    assert "followed from The closed session (disputed)" in words(baked["/events/rising/"])


def test_letters_that_run_the_other_way_say_so(baked: Pages) -> None:
    (cell,) = tree(baked["/sources/hebrew-letter/"]).xpath("//div[@id='p1']/div[@lang='he']")
    assert cell.get("dir") == "rtl"


def test_descriptions_show_the_notes_they_call(baked: Pages) -> None:
    assert "So it is said." in words(baked["/people/nikita-khrushchev/"])
    assert "Very short." in words(baked["/sources/telegram/"])


def test_comments_are_closed_or_open_as_set(baked: Pages) -> None:
    assert "Comments are closed." in words(baked["/1956/secret-speech/"])
    assert "Comments are open." in words(baked["/1956/rising/"])


def test_a_name_unknown_in_a_language_is_given_in_its_letters(baked: Pages) -> None:
    assert tree(baked["/people/imre-nagy/"]).xpath("//h1")[0].text_content() == "Imre Nagy"
    assert tree(baked["/ru/people/imre-nagy/"]).xpath("//h1")[0].text_content() == "Имре Надь"


def test_baking_again_gives_the_same_bytes(baked: Pages, library: MemoryLibrary) -> None:
    from sourcebook.reading_room import makers
    from sourcebook.reading_room.baking import bake

    again = {
        page.address: page.digest for page in bake(library, sorted(baked, reverse=True), makers(library.site))
    }
    assert again == {address: page.digest for address, page in baked.items()}

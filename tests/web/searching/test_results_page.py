"""The page of results: what was found, where, why; narrowing; no way in for crawlers or for markup."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from msgspec.structs import replace

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.reading_room.pages.beside import NOT_FOR_CRAWLERS
from sourcebook.web.searching.asked import Asked
from sourcebook.web.searching.page import found_page
from sourcebook.web.searching.room import SearchRoom
from tests.web.searching.conftest import Answer


def q(words: str, *more: tuple[str, str]) -> str:
    return urlencode([("q", words), *more])


def texts(tree: Any, path: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in tree.xpath(path)]


def test_a_hit_leads_to_the_passage_and_shows_what_was_found(page: Answer) -> None:
    tree = page("/search/", q("enemy of the people"))
    hits = tree.xpath("//li[starts-with(@class, 'hit')]")
    (hit,) = [one for one in hits if "/sources/secret-speech/" in one.xpath(".//h2/a/@href")[0]]
    snippet = hit.xpath(".//div[starts-with(@class, 'snippet')]")[0]
    assert snippet.xpath("./a/@href")[0].endswith("/sources/secret-speech/#p3")
    assert "enemy" in " ".join(snippet.xpath(".//mark/text()"))


def test_the_translation_stands_beside_what_was_found(page: Answer) -> None:
    tree = page("/search/", q("enemy of the people"))
    beside = tree.xpath("//p[@class='beside'][@lang='ru']")
    assert any("враг народа" in one.text_content() for one in beside)


@pytest.mark.parametrize("asked", ["Krushchev", "Хрущёва", "Chruščëv", "Hruşçov", "Chruschtschow"])
def test_a_name_in_any_spelling_brings_its_person_and_says_so(page: Answer, asked: str) -> None:
    tree = page("/search/", q(asked))
    assert "/people/nikita-khrushchev/" in tree.xpath("//ul[@class='things']//a/@href")
    assert any("Found through the name" in line for line in texts(tree, "//ul[@class='things']/li"))


def test_a_name_that_the_title_shows_needs_no_reason(page: Answer) -> None:
    tree = page("/ru/search/", q("Хрущёв"))
    (thing,) = texts(tree, "//ul[@class='things']/li[a/@href='/ru/people/nikita-khrushchev/']")
    assert "Найдено" not in thing


def test_an_empty_page_says_what_to_do(page: Answer) -> None:
    assert any("Try fewer" in line for line in texts(page("/search/", q("zzzzqqq")), "//p[@class='remark']"))
    assert any("Попробуйте" in line for line in texts(page("/ru/search/", q("щщщ")), "//p[@class='remark']"))


def test_another_spelling_is_proposed_with_what_it_would_find(page: Answer, api: Answer) -> None:
    tree = page("/search/", q("cult of persnality"))
    (told,) = texts(tree, "//p[@class='remark'][a]")
    assert told.startswith("Did you mean cult of personality?")
    assert told.endswith(" found.")
    assert tree.xpath("//p[@class='remark']/a/em/text()") == ["personality"]
    assert api("/api/search", q("cult of persnality"))["didYouMean"] == ["cult of personality"]
    assert not page("/search/", q("cult of personality")).xpath("//p[@class='remark']/a")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/search/", "Found through the name “Тифлис”, until 1936"),
        ("/ru/search/", "Найдено по имени «Тифлис», до 1936 г."),
    ],
)
def test_a_name_that_had_its_time_says_so(page: Answer, address: str, said: str) -> None:
    assert any(said in line for line in texts(page(address, q("Тифлис")), "//ul[@class='things']/li"))


@pytest.mark.parametrize(
    ("address", "asked", "said"),
    [
        ("/search/", "тема:тексты", "Belongs to “Пути текстов”"),
        ("/ru/search/", 'subject:"secret speech"', "Относится к «Khrushchev’s Secret Speech»"),
    ],
)
def test_a_theme_or_a_subject_is_asked_for_by_its_title(
    page: Answer, address: str, asked: str, said: str
) -> None:
    tree = page(address, q(asked))
    assert any("/sources/" in one for one in tree.xpath("//h2/a/@href"))
    reasons = texts(tree, "//li[starts-with(@class, 'hit')]")
    assert reasons
    assert all(said in line for line in reasons)


def test_a_page_that_lacks_something_says_so(sample: ArchiveFolder) -> None:
    room = SearchRoom(sample)
    leaf = room.leaf()
    assert leaf
    whole = room.search(leaf, Asked(query="speech"))
    cut = replace(whole, results=replace(whole.results, incomplete=True))
    (said,) = set(found_page(cut).remarks) - set(found_page(whole).remarks)
    assert said == leaf.words.remark_incomplete


def test_a_recording_is_found_at_its_second(page: Answer) -> None:
    tree = page("/search/", q("cult", ("medium", "audio")))
    addresses = tree.xpath("//div[starts-with(@class, 'snippet')]/a/@href")
    assert any("#t=" in address for address in addresses)


def test_several_values_of_a_facet_may_be_chosen_and_counts_stay(page: Answer) -> None:
    tree = page("/search/", q("speech", ("medium", "text"), ("medium", "audio")))
    chosen = tree.xpath("//input[@name='medium'][@checked]/@value")
    assert sorted(chosen) == ["audio", "text"]
    labels = texts(tree, "//p[@class='about']")
    assert labels
    assert {label.split(" · ")[0] for label in labels} <= {"Text", "Recording"}
    unchosen = page("/search/", q("speech"))
    count = "//input[@name='medium'][@value='text']/following-sibling::small/text()"
    assert tree.xpath(count) == unchosen.xpath(count)


def test_no_facet_is_a_link_and_every_link_to_results_says_nofollow(page: Answer) -> None:
    tree = page("/search/", q("1956"))
    assert tree.xpath("//input[@type='checkbox'][@name='person']")
    links = [one for one in tree.xpath("//main//a[@href]") if "?" in one.get("href")]
    assert links
    assert all("nofollow" in (one.get("rel") or "") for one in links)
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex, follow"]


def test_crawlers_are_kept_out_in_robots_txt(sample: Any) -> None:
    robots = (sample.public / "robots.txt").read_text()
    assert all(f"Disallow: {address}\n" in robots for address in NOT_FOR_CRAWLERS)
    assert "Disallow: /search/\n" in robots


def test_pages_of_results_hold_together(page: Answer) -> None:
    first = page("/search/", q("1956", ("size", "5")))
    address = first.xpath("//nav[@class='turn']/a[@class='after']/@href")[0]
    assert parse_qs(urlsplit(address).query)["page"] == ["2"]
    second = page("/search/", urlsplit(address).query)
    titles = [set(tree.xpath("//h2/a/@href")) for tree in (first, second)]
    assert titles[0]
    assert titles[1]
    assert not titles[0] & titles[1]


def test_orders_by_date_run_both_ways(page: Answer) -> None:
    query = [("kind", "source"), ("medium", "text")]
    there = page("/search/", q("", *query, ("sort", "date"))).xpath("//h2/a/@href")
    back = page("/search/", q("", *query, ("sort", "date_back"))).xpath("//h2/a/@href")
    assert len(there) > 3
    assert there == back[::-1]


def test_years_narrow_and_a_histogram_shows_them(page: Answer) -> None:
    tree = page("/search/", q("", ("from", "1956-06"), ("to", "1956-06"), ("surely", "1")))
    assert tree.xpath("//input[@name='surely'][@checked]")
    assert "/sources/central-committee-resolution/" in tree.xpath("//h2/a/@href")
    assert "/sources/secret-speech/" not in tree.xpath("//h2/a/@href")
    assert tree.xpath("//*[local-name()='rect']")


def test_the_page_speaks_the_readers_language(page: Answer) -> None:
    tree = page("/ru/search/", q("Познань 1956"))
    assert tree.get("lang") == "ru"
    assert any("Найден" in line for line in texts(tree, "//p[@class='tally']"))
    assert all(address.startswith("/ru/") for address in tree.xpath("//h2/a/@href"))


def test_all_that_was_found_in_one_source_stands_in_its_order(page: Answer) -> None:
    tree = page("/search/", q("Stalin", ("within", "source:secret-speech")))
    places = tree.xpath("//div[starts-with(@class, 'snippet')]/a/@href")
    keys = [address.rpartition("#")[2] for address in places if "#" in address]
    numbers = [int(key.removeprefix("p")) for key in dict.fromkeys(keys)]
    assert len(numbers) > 2
    english = numbers[: numbers.index(max(numbers)) + 1]
    assert english == sorted(english)


def test_what_is_like_a_source_is_listed(page: Answer) -> None:
    tree = page("/search/", q("", ("like", "source:secret-speech")))
    addresses = tree.xpath("//h2/a/@href")
    assert addresses
    assert "/sources/secret-speech/" not in addresses


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ('"never closed', "quotation mark"),
        ("colour:red", "colour"),
        ("year:soon", "soon"),
        ("x " * 3000, "long"),
    ],
)
def test_what_is_no_syntax_is_searched_as_words_and_said_so(page: Answer, asked: str, said: str) -> None:
    remarks = texts(page("/search/", q(asked)), "//p[@class='remark']")
    assert any(said in remark for remark in remarks), remarks


def test_a_misspelt_word_is_mended_by_a_link(page: Answer) -> None:
    tree = page("/search/", q("comission of Pospelov"))
    (link,) = [one for one in tree.xpath("//p[@class='remark']/a") if "commission" in one.text_content()]
    assert page("/search/", urlsplit(link.get("href")).query).xpath("//h2/a/@href")


@pytest.mark.parametrize(
    "asked", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;", "‮evil"]
)
def test_markup_in_a_question_stays_text(page: Answer, asked: str) -> None:
    tree = page("/search/", q(asked))
    assert not tree.xpath("//script[not(@src) and not(@type)] | //img[@src='x'] | //*[@onerror]")
    assert "alert" not in "".join(tree.xpath("//script/text()"))


def test_the_part_that_changes_while_typing_is_no_whole_page(page: Answer) -> None:
    tree = page("/search/", q("Khrush", ("part", "results")))
    assert not tree.xpath("//head | //header[@class='masthead']")
    assert tree.xpath("//li[starts-with(@class, 'hit')]"), "The last word may be unfinished."


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/de/search/", "q=a"),
        ("/sources/search/", "q=a"),
        ("/search/", "within=source:nothing&q=a"),
        ("/iiif/search/3/x", ""),
        ("/iiif/search/2/none", "q=a"),
    ],
)
def test_what_is_no_address_has_no_answer(routes: Any, path: str, query: str) -> None:
    assert routes.answer(path, query) is None

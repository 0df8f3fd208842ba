"""IIIF Content Search: the specification's own cases, said by us."""

import pytest

from sourcebook.standards.iiif import content_search_1, content_search_2
from sourcebook.standards.iiif.found import Quote, SearchPage, Spoken, Term
from sourcebook.standards.iiif.identifiers import annotation_uri, canvas_uri, search_uri

BASE = "https://archive.example"
HAND = Spoken(
    "https://archive.example/a/hand", "A bird in the hand", f"{BASE}/canvas/1#xywh=200,100,150,30", "en"
)
WORTH = Spoken(
    "https://archive.example/a/is", "is worth two in the bush.", f"{BASE}/canvas/1#xywh=200,140,170,30"
)
PHRASE = (Quote(HAND.id, "hand", "A bird in the ", ""), Quote(WORTH.id, "is", "", " worth two in the"))


def page(**changes: object) -> SearchPage:
    usual: dict[str, object] = {
        "id": f"{BASE}/search?q=hand+is",
        "whole": f"{BASE}/search?q=hand+is",
        "spoken": (HAND, WORTH),
        "matches": (PHRASE,),
        "total": 2,
        "start": 0,
        "first": f"{BASE}/search?q=hand+is&page=1",
        "last": f"{BASE}/search?q=hand+is&page=1",
    }
    return SearchPage(**(usual | changes))  # type: ignore[arg-type]


def test_a_match_over_two_annotations_is_one_annotation_with_two_targets() -> None:
    answer = content_search_2.search_page(page())
    assert answer["@context"] == "http://iiif.io/api/search/2/context.json"
    assert answer["type"] == "AnnotationPage"
    assert [item["body"]["value"] for item in answer["items"]] == [HAND.text, WORTH.text]
    (highlights,) = answer["annotations"]
    (match,) = highlights["items"]
    assert match["motivation"] == "highlighting"
    assert match["target"] == [
        {
            "type": "SpecificResource",
            "source": HAND.id,
            "selector": [{"type": "TextQuoteSelector", "prefix": "A bird in the ", "exact": "hand"}],
        },
        {
            "type": "SpecificResource",
            "source": WORTH.id,
            "selector": [{"type": "TextQuoteSelector", "exact": "is", "suffix": " worth two in the"}],
        },
    ]


def test_one_target_is_no_list_and_nothing_found_has_no_highlights() -> None:
    answer = content_search_2.search_page(page(matches=((PHRASE[0],),)))
    assert answer["annotations"][0]["items"][0]["target"]["source"] == HAND.id
    empty = content_search_2.search_page(page(spoken=(), matches=(), total=0))
    assert empty["items"] == []
    assert "annotations" not in empty


def test_pages_know_their_neighbours_and_their_whole() -> None:
    asked = page(next=f"{BASE}/search?q=b&page=3", previous=f"{BASE}/search?q=b&page=1", start=100, total=250)
    answer = content_search_2.search_page(asked)
    assert answer["next"] == {"id": f"{BASE}/search?q=b&page=3", "type": "AnnotationPage"}
    assert answer["prev"]["id"].endswith("page=1")
    assert answer["startIndex"] == 100
    assert answer["partOf"]["total"] == 250
    assert answer["partOf"]["first"]["type"] == "AnnotationPage"


def test_parameters_that_do_nothing_are_said() -> None:
    assert content_search_2.search_page(page(ignored=("user", "date")))["ignored"] == ["user", "date"]
    assert content_search_1.search_page(page(ignored=("user",)))["within"]["ignored"] == ["user"]
    assert "ignored" not in content_search_2.search_page(page())


def test_the_manifest_is_named_where_it_is_known() -> None:
    asked = page(manifest=f"{BASE}/sources/bird/manifest.json", label={"en": "A bird"})
    target = content_search_2.search_page(asked)["items"][0]["target"]
    assert target["id"] == HAND.target
    assert target["partOf"] == {
        "id": f"{BASE}/sources/bird/manifest.json",
        "type": "Manifest",
        "label": {"en": ["A bird"]},
    }


def test_the_first_version_says_the_same_in_its_own_words() -> None:
    answer = content_search_1.search_page(page())
    assert answer["@type"] == "sc:AnnotationList"
    assert answer["within"]["@type"] == "sc:Layer"
    assert answer["resources"][0]["resource"]["chars"] == HAND.text
    assert answer["resources"][0]["on"] == HAND.target
    assert answer["hits"] == [
        {
            "@type": "search:Hit",
            "annotations": [HAND.id, WORTH.id],
            "match": "hand is",
            "before": "A bird in the ",
            "after": " worth two in the",
        }
    ]


def test_terms_stand_in_alphabetical_order() -> None:
    terms = [Term("biro", 3, f"{BASE}/search?q=biro"), Term("bird", 15, f"{BASE}/search?q=bird")]
    second = content_search_2.term_page(f"{BASE}/autocomplete?q=bir", terms, ["user"])
    assert second["type"] == "TermPage"
    assert second["items"] == [{"value": "bird", "total": 15}, {"value": "biro", "total": 3}]
    assert second["ignored"] == ["user"]
    first = content_search_1.term_list(f"{BASE}/autocomplete?q=bir", terms)
    assert first["@type"] == "search:TermList"
    assert first["terms"][0] == {"match": "bird", "url": f"{BASE}/search?q=bird", "count": 15}


@pytest.mark.parametrize("version", [1, 2])
def test_identifiers_hang_on_the_permanent_one(version: int) -> None:
    assert canvas_uri(BASE, "abc", 2) == f"{BASE}/id/abc/canvas/2"
    assert annotation_uri(BASE, "abc", "en", "p1") == f"{BASE}/id/abc/annotation/en/p1"
    assert search_uri(BASE, "abc", version) == f"{BASE}/iiif/search/{version}/abc"

"""The JSON interface and IIIF Content Search."""

from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec

from tests.web.searching.conftest import Answer


def test_a_passage_comes_with_its_marks_and_its_span(api: Answer) -> None:
    answer = api("/api/search", urlencode({"q": '"enemy of the people"', "kind": "source"}))
    result = next(one for one in answer["results"] if one["reference"] == "source:secret-speech")
    passage = next(one for one in result["passages"] if one["language"] == "en")
    found = [passage["text"][mark["start"] : mark["end"]] for mark in passage["marks"]]
    assert any("enemy of the" in words for words in found)
    assert passage["address"].endswith("/sources/secret-speech/#p3")
    assert passage["marks"][0]["why"]["rule"]
    assert result["record"].endswith("/sources/secret-speech/record.json")


def test_pages_follow_each_other_to_the_end(api: Answer) -> None:
    seen: list[str] = []
    query = urlencode({"q": "1956", "size": 7})
    while query:
        answer = api("/api/search", query)
        seen += [one["reference"] for one in answer["results"]]
        query = urlsplit(answer["next"]).query
    assert len(seen) == len(set(seen)) == answer["total"]


def test_every_path_and_field_is_described(api: Answer) -> None:
    described = api("/api/openapi.json")
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {"/api/search", "/api/within", "/api/similar", "/api/suggest"}
    schemas = described["components"]["schemas"]
    answer = api("/api/search", "q=speech")
    assert set(answer) <= set(schemas["ApiAnswer"]["properties"])
    assert set(answer["results"][0]) <= set(schemas["ApiResult"]["properties"])

    for path in described["paths"].values():
        names = [one["name"] for one in path["get"]["parameters"]]
        assert len(names) == len(set(names)), "OpenAPI knows each name once"


def test_the_language_of_labels_narrows_nothing(api: Answer) -> None:
    plain, russian = api("/api/search", "q=speech"), api("/api/search", "q=speech&labels=ru")
    assert russian["total"] == plain["total"]
    assert russian["results"][0]["label"] != plain["results"][0]["label"]
    assert russian["next"].endswith("&labels=ru")
    narrowed = api("/api/search", "q=speech&language=ru")
    assert 0 < narrowed["total"] < plain["total"]
    labels = {one["reference"]: one["label"] for one in plain["results"]}
    assert all(one["label"] == labels.get(one["reference"], one["label"]) for one in narrowed["results"])


def test_suggestions_are_things_of_the_name_and_words_that_exist(api: Answer) -> None:
    found = api("/api/suggest", urlencode({"q": "Хрущ", "labels": "ru"}))["suggestions"]
    assert found[0]["address"] == "/ru/people/nikita-khrushchev/"
    assert any(one["text"] == "хрущёва" for one in found), "as texts write it, not as the index folds it"
    (theme, *_) = api("/api/suggest", urlencode({"q": "how te"}))["suggestions"]
    assert (theme["text"], theme["address"]) == ("How Texts Travel", "/themes/how-texts-travel/")
    assert api("/api/suggest", "q=zzzz")["suggestions"] == []


def test_programs_elsewhere_may_ask(ask: Any) -> None:
    for path in ("/api/search", "/api/openapi.json"):
        assert ("access-control-allow-origin", "*") in ask(path, "q=a").headers
    assert not any(name == "access-control-allow-origin" for name, _ in ask("/search/", "q=a").headers)


def identifier(api: Answer, reference: str) -> str:
    found = api("/api/within", urlencode({"record": reference, "q": "the"}))
    assert found["reference"] == reference
    results = api("/api/search", urlencode({"q": "", "kind": "source", "size": 100}))["results"]
    return next(str(one["identifier"]) for one in results if one["reference"] == reference)


def test_content_search_finds_a_phrase_at_its_second(api: Answer) -> None:
    recording = identifier(api, "source:reading-of-the-speech")
    answer = api(f"/iiif/search/2/{recording}", urlencode({"q": "cult"}))
    assert answer["type"] == "AnnotationPage"
    assert answer["items"]
    assert all("#t=" in item["target"]["id"] for item in answer["items"])
    selectors = [match["target"] for match in answer["annotations"][0]["items"]]
    assert selectors[0]["selector"][0]["exact"].lower() == "cult"
    assert {one["source"] for one in selectors} <= {item["id"] for item in answer["items"]}


def test_both_versions_find_the_same(api: Answer) -> None:
    source = identifier(api, "source:secret-speech")
    second = api(f"/iiif/search/2/{source}", "q=Stalin&motivation=painting")
    first = api(f"/iiif/search/1/{source}", "q=Stalin&motivation=painting")
    assert [one["@id"] for one in first["resources"]] == [one["id"] for one in second["items"]]
    assert second["ignored"] == first["within"]["ignored"] == ["motivation"]
    assert len(first["hits"]) == len(second["annotations"][0]["items"])


def test_words_are_completed_within_one_source(api: Answer) -> None:
    source = identifier(api, "source:secret-speech")
    terms = api(f"/iiif/autocomplete/2/{source}", "q=conf")["items"]
    assert {"confession", "confessions"} & {term["value"] for term in terms}
    assert [term["value"] for term in terms] == sorted(term["value"] for term in terms)
    few = api(f"/iiif/autocomplete/1/{source}", "q=sta&min=3")["terms"]
    assert all(term["count"] >= 3 for term in few)


def test_an_unknown_record_is_told_in_a_sentence(ask: Any) -> None:
    reply = ask("/api/within", "record=source:none&q=a")
    assert reply.status == 404
    assert "No such record" in msgspec.json.decode(reply.body)["error"]

"""What is published may be hostile too: markup and marks of direction in titles, names and texts stay words."""

from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from lxml import html

from sourcebook.archive_folder import open_archive
from sourcebook.web.searching.routes import SearchRoutes
from tests.live_desk import make_archive

OVERRIDE = "\u202e"
ARCHIVE = "title: {en: Papers, ru: Бумаги}\nlanguages: [en, ru]\n"
SOURCE = f"""---
medium: text
title:
  en: 'Report <img src=x onerror=alert(1)> {OVERRIDE}fdp.exe" onfocus="alert(2)'
  ar: 'تقرير <b>{OVERRIDE}'
languages: [en]
about: [person:mallory]
rights: {{statement: CC0-1.0}}
---
"""
WORDS = f"""---
language: en
kind: transcription
---

{{#p1}} The zeppelin <script>alert("zeppelin")</script> landed & {OVERRIDE}neppilez{OVERRIDE} <mark>burned</mark>.

{{#p2}} A zeppelin\u2066\u202b was <!-- zeppelin --> &lt;b&gt; seen]]> twice.
"""
PERSON = """---
names:
  - {text: '"><svg onload=alert(3)> Mallory', language: en}
summary: {en: '<iframe src=//example.org></iframe> Nobody.'}
---
"""
MARKS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> SearchRoutes:
    portable = tmp_path_factory.mktemp("portable")
    for name, content in {
        "archive.yaml": ARCHIVE,
        "sources/report/source.md": SOURCE,
        "sources/report/en.md": WORDS,
        "people/mallory.md": PERSON,
    }.items():
        (portable / name).parent.mkdir(parents=True, exist_ok=True)
        (portable / name).write_text(content, encoding="utf-8")
    folder = make_archive(tmp_path_factory.mktemp("hostile") / "archive", portable)
    return SearchRoutes(open_archive(folder))


def answer(routes: SearchRoutes, path: str, **fields: str) -> bytes:
    reply = routes.answer(path, urlencode(fields))
    assert reply is not None
    assert reply.status == 200
    return reply.body


ASKED: list[tuple[str, dict[str, str]]] = [
    ("/search/", {"q": "zeppelin"}),
    ("/search/", {"q": "Mallory"}),
    ("/search/", {"q": "report onerror", "part": "results"}),
    ("/search/", {"q": "zepelin <script>"}),
    ("/search/", {"q": "zeppelin", "within": "source:report"}),
    ("/search/", {"like": "source:report"}),
    ("/ru/search/", {"q": "person:Mallory"}),
]


@pytest.mark.parametrize(("path", "fields"), ASKED)
def test_nothing_published_becomes_markup(hostile: SearchRoutes, path: str, fields: dict[str, str]) -> None:
    page = answer(hostile, path, **fields)
    tree: Any = html.fromstring(page)
    assert not tree.xpath(
        "//img[@src='x'] | //svg[@onload] | //iframe | //b | //script[not(@src)] | //comment()"
    )
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    assert all(
        "zeppelin" in mark.lower() or "zepelin" in mark for mark in tree.xpath("//mark/text()") if "z" in mark
    )


def test_what_was_found_is_shown_as_it_stands(hostile: SearchRoutes) -> None:
    tree: Any = html.fromstring(answer(hostile, "/search/", q="zeppelin"))
    (snippet, *_) = [" ".join(one.text_content().split()) for one in tree.xpath("//div[@class='snippet']/p")]
    assert '<script>alert("zeppelin")</script>' in snippet
    assert "<mark>burned</mark>" in snippet
    assert tree.xpath("//div[@class='snippet']//mark/text()").count("zeppelin") >= 3


ALONE = {"h2", "bdi", "dd", "dt"}
"""What a mark of direction does ends with these."""


@pytest.mark.parametrize(("path", "fields"), ASKED)
def test_no_mark_of_direction_turns_the_words_around_it(
    hostile: SearchRoutes, path: str, fields: dict[str, str]
) -> None:
    tree: Any = html.fromstring(answer(hostile, path, **fields))
    for snippet in tree.xpath("//div[starts-with(@class, 'snippet')]"):
        assert not MARKS & set(snippet.text_content())
    for node in tree.xpath("//body//text()"):
        if MARKS & set(node):
            around = [node.getparent(), *node.getparent().iterancestors()]
            # In a paragraph or a label of a list that holds nothing else, or in an element that shuts it in.
            shut_in = any(
                one.tag in ALONE
                or (one.tag in ("p", "span") and "".join(one.itertext()).strip() == node.strip())
                for one in around
            )
            assert shut_in, node


def test_programs_get_words_too(hostile: SearchRoutes) -> None:
    found = msgspec.json.decode(answer(hostile, "/api/search", q="zeppelin"))["results"]
    (report,) = [one for one in found if one["reference"] == "source:report"]
    text = report["passages"][0]["text"]
    assert not MARKS & set(text)
    for mark in report["passages"][0]["marks"]:
        assert text[mark["start"] : mark["end"]].lower() == "zeppelin"
    offered = msgspec.json.decode(answer(hostile, "/api/suggest", q="Mallo"))["suggestions"]
    assert offered[0]["text"].endswith("Mallory")
    identifier = report["identifier"]
    for version in "12":
        page = answer(hostile, f"/iiif/search/{version}/{identifier}", q="zeppelin")
        # JSON holds the words as they are; viewers show them as text.
        assert b"<script>" in page

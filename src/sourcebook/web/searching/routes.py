"""The addresses at which one can search, and what each answers."""

import gzip
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from msgspec import Struct

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.reading_room.found import Found
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.results import results, results_part
from sourcebook.search.answers import RecordHit
from sourcebook.search.opening import NoIndexError
from sourcebook.standards.iiif import content_search_1, content_search_2
from sourcebook.standards.iiif.found import KNOWN_PARAMETERS, Term
from sourcebook.standards.iiif.identifiers import search_uri
from sourcebook.web.headers import PUBLISHED
from sourcebook.web.searching import api, openapi
from sourcebook.web.searching.api_form import ApiError
from sourcebook.web.searching.asked import LONGEST, Asked, read_asked
from sourcebook.web.searching.content_search import search_page
from sourcebook.web.searching.narrowing import VALUES
from sourcebook.web.searching.page import alike_page, found_page, within_page
from sourcebook.web.searching.room import SearchRoom
from sourcebook.web.searching.suggesting import suggestions

SEARCH = "/search/"
OPEN = ("access-control-allow-origin", "*")
"""Viewers and programs elsewhere may ask: everything here is published."""


class Reply(Struct, frozen=True):
    """What is sent."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


class SearchRoutes:
    """Answers for one archive; `answer` may be called from many threads."""

    def __init__(self, archive: ArchiveFolder) -> None:
        self._room = SearchRoom(archive)
        self._fixed: dict[str, Callable[[str], Reply]] = {
            "/api/search": self._api_search,
            "/api/within": self._api_within,
            "/api/similar": self._api_similar,
            "/api/suggest": self._api_suggest,
            "/api/openapi.json": self._openapi,
        }

    def wants(self, path: str) -> bool:
        """Whether an address may be one of search; a page in another language of the interface ends in `/search/`."""
        return (
            path in self._fixed
            or f"{path}/".endswith(SEARCH)
            or path.endswith(SEARCH)
            or path.startswith(("/iiif/search/", "/iiif/autocomplete/"))
        )

    def answer(self, path: str, query_string: str) -> Reply | None:
        """None where there is no such address; any question has an answer."""
        query_string = query_string[:LONGEST]
        if path in self._fixed:
            return self._fixed[path](query_string)
        if path.startswith("/iiif/"):
            return self._iiif(path, query_string)
        return self._page(path, query_string)

    # Pages.

    def _page(self, path: str, query_string: str) -> Reply | None:
        language = path.removesuffix("/").removesuffix(SEARCH[:-1]).strip("/")
        leaf = self._room.leaf(language)
        if leaf is None or leaf.address(SEARCH).removesuffix("/") != path.removesuffix("/"):
            return None
        if not path.endswith("/"):
            return Reply(
                301, [("location", f"{path}/?{read_asked(query_string).query_string()}"), *PUBLISHED], b""
            )
        asked = read_asked(query_string)
        status = 200
        try:
            with self._room.whole():
                found = self._found(leaf, asked)
        except NoIndexError:
            status = 503
            found = Found(query=asked.query, asked=True, remarks=(leaf.words.remark_no_index,))
        if found is None:
            return None
        if asked.part:
            return _html(results_part(leaf, found), status)
        return _html(results(leaf, found, f"{SEARCH}?{asked.query_string(page=asked.page)}"), status)

    def _found(self, leaf: Leaf, asked: Asked) -> Found | None:
        if asked.within:
            hit = self._room.record(leaf, asked.within)
            return within_page(leaf, asked, *self._within(hit, asked)) if hit else None
        if asked.like:
            hit = self._room.record(leaf, asked.like)
            return alike_page(leaf, hit, self._room.similar(hit, asked.size)) if hit else None
        return found_page(self._room.search(leaf, asked, VALUES))

    def _within(self, hit: RecordHit, asked: Asked) -> Any:
        parsed, found = self._room.within(hit, asked.query, asked.version)
        return parsed.written, hit, found

    # JSON.

    def _api(self, query_string: str, make: Callable[[Leaf, Asked, dict[str, str]], Any]) -> Reply:
        fields = dict(parse_qsl(query_string, errors="replace"))
        leaf = self._room.leaf(fields.get("labels", ""))
        if leaf is None:
            return _json(ApiError(error="Nothing is published yet."), 503)
        try:
            with self._room.whole():
                answer = make(leaf, read_asked(query_string), fields)
        except NoIndexError as error:
            return _json(ApiError(error=str(error)), 503)
        if answer is None:
            return _json(ApiError(error="No such record is published: name one as in “source:slug”."), 404)
        return _json(answer)

    def _api_search(self, query_string: str) -> Reply:
        return self._api(query_string, lambda leaf, asked, _: api.answer_of(self._room.search(leaf, asked)))

    def _api_within(self, query_string: str) -> Reply:
        def make(leaf: Leaf, asked: Asked, fields: dict[str, str]) -> Any:
            hit = self._room.record(leaf, fields.get("record", ""))
            if hit is None:
                return None
            parsed, found = self._room.within(hit, asked.query, asked.version)
            return api.within_of(leaf, hit, parsed.written, found)

        return self._api(query_string, make)

    def _api_similar(self, query_string: str) -> Reply:
        def make(leaf: Leaf, asked: Asked, fields: dict[str, str]) -> Any:
            hit = self._room.record(leaf, fields.get("record", ""))
            return api.similar_of(leaf, self._room.similar(hit)) if hit else None

        return self._api(query_string, make)

    def _api_suggest(self, query_string: str) -> Reply:
        def make(leaf: Leaf, asked: Asked, fields: dict[str, str]) -> Any:
            return suggestions(leaf, self._room.reader(), self._room.lexicon, fields.get("q", ""))

        return self._api(query_string, make)

    def _openapi(self, query_string: str) -> Reply:
        return _json(openapi.description())

    # IIIF.

    def _iiif(self, path: str, query_string: str) -> Reply | None:
        service, _, rest = path.removeprefix("/iiif/").partition("/")
        version, _, identifier = rest.partition("/")
        leaf = self._room.leaf()
        if leaf is None or version not in ("1", "2") or not identifier:
            return None
        fields = dict(parse_qsl(query_string, errors="replace"))
        try:
            with self._room.whole():
                hit = self._room.identified(leaf, identifier)
                if hit is None:
                    return None
                if service == "autocomplete":
                    return self._autocomplete(leaf, hit, version, fields, f"{path}?{query_string}")
                _, found = self._room.within(hit, fields.get("q", ""))
        except NoIndexError as error:
            return _json(ApiError(error=str(error)), 503)
        page = search_page(leaf, hit, found, leaf.site.base + path, query_string)
        standard = content_search_2 if version == "2" else content_search_1
        return _json(standard.search_page(page), kind=_linked(standard.CONTEXT))

    def _autocomplete(
        self, leaf: Leaf, hit: RecordHit, version: str, fields: dict[str, str], address: str
    ) -> Reply:
        base = search_uri(leaf.site.base, hit.record.identifier, int(version))
        words = self._room.words_within(hit, fields.get("q", ""))
        terms = [Term(word, count, f"{base}?{urlencode({'q': word})}") for word, count in words]
        least = fields.get("min", "1")
        if least.isdecimal() and len(least) < 9:
            terms = [term for term in terms if term.total >= int(least)]
        ignored = [name for name in KNOWN_PARAMETERS if name in fields and name != "min"]
        uri = leaf.site.base + address
        if version == "2":
            return _json(
                content_search_2.term_page(uri, terms, ignored), kind=_linked(content_search_2.CONTEXT)
            )
        return _json(content_search_1.term_list(uri, terms, ignored), kind=_linked(content_search_1.CONTEXT))


def _linked(context: str) -> str:
    return f'application/ld+json;profile="{context}"'


def _html(body: bytes, status: int = 200) -> Reply:
    headers = [("content-type", "text/html; charset=utf-8"), ("cache-control", "no-cache"), *PUBLISHED]
    headers.append(("x-robots-tag", "noindex, follow"))
    return Reply(status, headers, body)


def _json(form: Any, status: int = 200, *, kind: str = "application/json") -> Reply:
    headers = [("content-type", kind), ("cache-control", "no-cache"), OPEN, *PUBLISHED]
    return Reply(status, headers, msgspec.json.encode(form))


def packed(reply: Reply, codings: tuple[str, ...]) -> Reply:
    """The reply as a reader takes it: packed lightly where it is worth it, because it is sent once."""
    headers = [*reply.headers, ("vary", "accept-encoding")]
    body = reply.body
    if len(body) > 1000 and codings and codings[0] in ("br", "gzip") and "gzip" in codings:
        body = gzip.compress(body, compresslevel=3, mtime=0)
        headers.append(("content-encoding", "gzip"))
    return Reply(reply.status, [*headers, ("content-length", str(len(body)))], body)

"""Content Search API 1.0 (2016-05-12), which viewers such as Mirador speak."""

from collections.abc import Sequence
from typing import Any

from sourcebook.standards.iiif.found import SearchPage, Term

CONTEXT = "http://iiif.io/api/search/1/context.json"
PRESENTATION = "http://iiif.io/api/presentation/2/context.json"


def search_page(page: SearchPage) -> dict[str, Any]:
    """An Annotation List: the words in `resources`, where something was found in them in `hits`."""
    within: dict[str, Any] = {
        "@type": "sc:Layer",
        "total": page.total,
        "first": page.first,
        "last": page.last,
    }
    if page.ignored:
        within["ignored"] = list(page.ignored)
    answer: dict[str, Any] = {
        "@context": [PRESENTATION, CONTEXT],
        "@id": page.id,
        "@type": "sc:AnnotationList",
        "within": within,
    }
    if page.next:
        answer["next"] = page.next
    if page.previous:
        answer["prev"] = page.previous
    answer["startIndex"] = page.start
    answer["resources"] = [
        {
            "@id": one.id,
            "@type": "oa:Annotation",
            "motivation": "sc:painting",
            "resource": {"@type": "cnt:ContentAsText", "format": "text/plain", "chars": one.text}
            | ({"language": one.language} if one.language else {}),
            "on": one.target,
        }
        for one in page.spoken
    ]
    answer["hits"] = [
        {
            "@type": "search:Hit",
            "annotations": [quote.source for quote in quotes],
            "match": " ".join(quote.exact for quote in quotes),
            "before": quotes[0].prefix,
            "after": quotes[-1].suffix,
        }
        for quotes in page.matches
    ]
    return answer


def term_list(uri: str, terms: Sequence[Term], ignored: Sequence[str] = ()) -> dict[str, Any]:
    """A Term List, in alphabetical order."""
    answer: dict[str, Any] = {"@context": CONTEXT, "@id": uri, "@type": "search:TermList"}
    if ignored:
        answer["ignored"] = list(ignored)
    answer["terms"] = [
        {"match": term.value, "url": term.search, "count": term.total}
        for term in sorted(terms, key=lambda term: term.value)
    ]
    return answer


def service(search: str, autocomplete: str) -> dict[str, Any]:
    """The service block of a manifest."""
    return {
        "@context": CONTEXT,
        "@id": search,
        "profile": "http://iiif.io/api/search/1/search",
        "service": {"@id": autocomplete, "profile": "http://iiif.io/api/search/1/autocomplete"},
    }

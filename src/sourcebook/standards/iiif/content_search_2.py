"""Content Search API 2.0 (2022-11-15), sections 4 and 5."""

from collections.abc import Iterable, Sequence
from typing import Any

from sourcebook.standards.iiif.found import Quote, SearchPage, Spoken, Term

CONTEXT = "http://iiif.io/api/search/2/context.json"


def search_page(page: SearchPage) -> dict[str, Any]:
    """An Annotation Page: the words in `items`, where something was found in them in `annotations`."""
    collection = {
        "id": page.whole,
        "type": "AnnotationCollection",
        "total": page.total,
        "first": _page(page.first),
        "last": _page(page.last),
    }
    answer: dict[str, Any] = {
        "@context": CONTEXT,
        "id": page.id,
        "type": "AnnotationPage",
        "partOf": collection,
    }
    if page.next:
        answer["next"] = _page(page.next)
    if page.previous:
        answer["prev"] = _page(page.previous)
    answer["startIndex"] = page.start
    if page.ignored:
        answer["ignored"] = list(page.ignored)
    answer["items"] = [_annotation(one, page) for one in page.spoken]
    if page.matches:
        answer["annotations"] = [{"type": "AnnotationPage", "items": list(_highlights(page))}]
    return answer


def _page(uri: str) -> dict[str, str]:
    return {"id": uri, "type": "AnnotationPage"}


def _annotation(one: Spoken, page: SearchPage) -> dict[str, Any]:
    body = {"type": "TextualBody", "value": one.text, "format": "text/plain"}
    if one.language:
        body["language"] = one.language
    label = {language or "none": [words] for language, words in page.label.items()}
    manifest = {"id": page.manifest, "type": "Manifest", "label": label}
    return {
        "id": one.id,
        "type": "Annotation",
        "motivation": "supplementing",
        "body": body,
        "target": {"id": one.target, "type": "Canvas", "partOf": manifest} if page.manifest else one.target,
    }


def _highlights(page: SearchPage) -> Iterable[dict[str, Any]]:
    for number, quotes in enumerate(page.matches):
        targets = [_target(quote) for quote in quotes]
        yield {
            "id": f"{page.id}#match-{page.start}-{number}",
            "type": "Annotation",
            "motivation": "highlighting",
            "target": targets[0] if len(targets) == 1 else targets,
        }


def _target(quote: Quote) -> dict[str, Any]:
    selector = {
        "type": "TextQuoteSelector",
        "prefix": quote.prefix,
        "exact": quote.exact,
        "suffix": quote.suffix,
    }
    kept = {name: value for name, value in selector.items() if value}
    return {"type": "SpecificResource", "source": quote.source, "selector": [kept]}


def term_page(uri: str, terms: Sequence[Term], ignored: Sequence[str] = ()) -> dict[str, Any]:
    """A Term Page, in alphabetical order."""
    answer: dict[str, Any] = {"@context": CONTEXT, "id": uri, "type": "TermPage"}
    if ignored:
        answer["ignored"] = list(ignored)
    ordered = sorted(terms, key=lambda term: term.value)
    answer["items"] = [{"value": term.value, "total": term.total} for term in ordered]
    return answer


def service(search: str, autocomplete: str) -> dict[str, Any]:
    """The service block of a manifest."""
    return {
        "id": search,
        "type": "SearchService2",
        "service": [{"id": autocomplete, "type": "AutoCompleteService2"}],
    }

"""The description of the JSON interface, in OpenAPI 3.1."""

from functools import cache
from typing import Any

import msgspec

from sourcebook.search.facets import FACETS
from sourcebook.web.searching.api_form import ApiAnswer, ApiError, ApiSimilar, ApiSuggestions, ApiWithin
from sourcebook.web.searching.asked import LARGEST, SIZE, SORTS

_FORMS = (ApiAnswer, ApiWithin, ApiSimilar, ApiSuggestions, ApiError)


def _parameter(name: str, description: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema, **more}


_TEXT: dict[str, Any] = {"type": "string"}
_QUERY = _parameter("q", "Words, “phrases”, begin*, -without, field:word; anything has an answer.", _TEXT)
_LABELS = _parameter(
    "labels", "The language of labels and sentences, of those of the archive's interface.", _TEXT
)
_RECORD = _parameter("record", "A reference, such as source:poznan-report.", _TEXT, required=True)


def _facets() -> list[dict[str, Any]]:
    words = "Only records with one of these values; may stand several times."
    many = {"type": "array", "items": _TEXT}
    return [_parameter(facet, words, many, style="form", explode=True) for facet in FACETS]


def _answers(form: str, *errors: int) -> dict[str, Any]:
    def sent(name: str) -> dict[str, Any]:
        return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}

    answers: dict[str, Any] = {"200": {"description": "What was found.", "content": sent(form)}}
    words = {
        404: "No such record is published.",
        503: "There is no index to ask, or too much is asked at once.",
    }
    for status in (*errors, 503):
        answers[str(status)] = {"description": words[status], "content": sent("ApiError")}
    return answers


@cache
def description() -> dict[str, Any]:
    """The whole document."""
    _, components = msgspec.json.schema_components(_FORMS, ref_template="#/components/schemas/{name}")
    search = [
        _QUERY,
        *_facets(),
        _parameter("from", "First year, month or day: 1953, 1953-03, 1953-03-05.", _TEXT),
        _parameter("to", "Last year, month or day.", _TEXT),
        _parameter("surely", "1: only what certainly lies within; else what may.", {"enum": ["1"]}),
        _parameter("sort", "The order.", {"enum": list(SORTS), "default": "relevance"}),
        _parameter("page", "From 1.", {"type": "integer", "minimum": 1, "default": 1}),
        _parameter("size", "Records on a page.", {"type": "integer", "maximum": LARGEST, "default": SIZE}),
        _LABELS,
    ]
    version = _parameter("version", "The key of a text version: in this one alone.", _TEXT)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Search of the archive",
            "version": "1",
            "description": "Searches what is published: records, and in them passages with their spans.",
        },
        "paths": {
            "/api/search": {
                "get": {
                    "operationId": "search",
                    "summary": "Records",
                    "parameters": search,
                    "responses": _answers("ApiAnswer"),
                }
            },
            "/api/within": {
                "get": {
                    "operationId": "within",
                    "summary": "All passages of one record, in its order",
                    "parameters": [_RECORD, _QUERY, version, _LABELS],
                    "responses": _answers("ApiWithin", 404),
                }
            },
            "/api/similar": {
                "get": {
                    "operationId": "similar",
                    "summary": "Records like one",
                    "parameters": [_RECORD, _LABELS],
                    "responses": _answers("ApiSimilar", 404),
                }
            },
            "/api/suggest": {
                "get": {
                    "operationId": "suggest",
                    "summary": "How a word may go on, and things of that name",
                    "parameters": [_QUERY, _LABELS],
                    "responses": _answers("ApiSuggestions"),
                }
            },
        },
        "components": {"schemas": components},
    }

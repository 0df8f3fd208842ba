"""The fields of the two indexes, and how documents become tantivy's."""

import sys
from typing import Any

from tantivy import Document, Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from sourcebook.search.analysing import AnalysedPassage
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.engine import Analysed
from sourcebook.search.engines.stored import encode, stored
from sourcebook.search.facets import FACETS

TOKENS = "tokens"
"""Our own tokens, joined by spaces."""
STATE = "state"
"""The value of `role` of the one document that says how far the log is in; `is` for all others."""
BEFORE_ALL, AFTER_ALL = -(2**62), 2**62
"""Days that stand for open ends."""
LATEST_ORDER = sys.maxsize
OPEN_FIELDS = ("first", "last")

FORMAT = "1"
"""Goes up when what is below changes: an index of another format is made anew."""


def _common(builder: SchemaBuilder) -> SchemaBuilder:
    builder.add_text_field("role", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("owner", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_text_field("body", tokenizer_name=TOKENS, index_option="position")
    builder.add_text_field("forms", tokenizer_name=TOKENS, index_option="freq")
    builder.add_text_field("mentions", tokenizer_name="raw", index_option="basic")
    for facet in FACETS:
        builder.add_text_field(facet, tokenizer_name="raw", fast=True, index_option="basic")
    for field in OPEN_FIELDS:
        builder.add_integer_field(field, indexed=True, fast=True)
    builder.add_unsigned_field("log", fast=True)
    builder.add_bytes_field("payload", stored=True)
    return builder


def record_schema() -> Schema:
    builder = _common(SchemaBuilder())
    builder.add_text_field("title", tokenizer_name=TOKENS, index_option="freq")
    builder.add_text_field("byline", tokenizer_name=TOKENS, index_option="freq")
    builder.add_text_field("order", tokenizer_name="raw", fast=True, index_option="basic")
    builder.add_integer_field("oldest", fast=True)
    builder.add_integer_field("newest", fast=True)
    builder.add_bytes_field("telling", stored=True)
    return builder.build()


def passage_schema() -> Schema:
    builder = _common(SchemaBuilder())
    builder.add_text_field("version", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("number", indexed=True, fast=True)
    return builder.build()


def register(index: Index) -> Index:
    """Every process must do so after opening: tokenizers are not kept in an index."""
    index.register_tokenizer(TOKENS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


def record_row(analysed: Analysed) -> dict[str, Any]:
    document, record = analysed.document, analysed.record
    first, last = document.first_day, document.last_day
    oldest = first if first is not None else last
    newest = last if last is not None else first
    return {
        **_shared(document),
        "body": record.body,
        "forms": record.forms,
        "title": record.title,
        "byline": record.byline,
        "order": record.order,
        "oldest": LATEST_ORDER if oldest is None else oldest,
        "newest": -LATEST_ORDER if newest is None else newest,
        "mentions": sorted({target for passage in document.passages for target in passage.mentions}),
        "payload": encode(stored(document)),
        "telling": " ".join(record.telling).encode(),
    }


def passage_row(
    document: RecordDocument, passage: PassageDocument, analysed: AnalysedPassage
) -> dict[str, Any]:
    return {
        **_shared(document),
        "body": analysed.body,
        "forms": analysed.forms,
        "mentions": list(passage.mentions),
        "version": passage.version,
        "number": passage.number,
        "payload": encode(passage),
    }


def state_row(taken_up_to: int) -> dict[str, Any]:
    return {"role": STATE, "key": 0, "log": taken_up_to}


def _shared(document: RecordDocument) -> dict[str, Any]:
    row: dict[str, Any] = {"role": "is", "owner": str(document.key), "key": document.key}
    for facet, values in document.facets.items():
        row[facet] = list(values)
    if document.dated:
        row["first"] = BEFORE_ALL if document.first_day is None else document.first_day
        row["last"] = AFTER_ALL if document.last_day is None else document.last_day
    return row


def made(row: dict[str, Any], schema: Schema) -> Document:
    """A document whose types are checked now; made without its schema it would fail at the commit, and poison it."""
    return Document.from_dict(row, schema)

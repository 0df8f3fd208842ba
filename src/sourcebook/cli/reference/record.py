"""`record.md` and `record.schema.json`: every struct and field of the published record."""

import ast
import json
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from sourcebook.cli.reference.markdown import code, listed, page, table
from sourcebook.cli.reference.source_text import FieldText, aliases, own_fields
from sourcebook.record import json_form, parts, reference, source, subjects, text
from sourcebook.record.authorities import Authority
from sourcebook.record.base import PublishedRecord
from sourcebook.record.schema import record_schema
from sourcebook.vocabulary import media

LEAD = """What is published is a record: an immutable value. Its JSON form is described by
[record.schema.json](record.schema.json), and the [portable archive](portable-archive.md) writes the same
fields as YAML. A field that is left out has the default that the table gives, else nothing: no words, an
empty list, no date. `kind` stands first in the JSON and says which of these it is."""

MODULES: tuple[ModuleType, ...] = (reference, parts, source, subjects, text, media)
"""Where the forms of words are defined."""

_PLAIN = {"str": "text", "int": "whole number", "float": "number", "bool": "yes or no"}

Type = type[msgspec.Struct]


def schema_file() -> str:
    """The JSON Schema of all kinds, indented for reading."""
    return json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n"


def record_page() -> str:
    """The kinds of record first, then the parts they are made of, then the forms of words."""
    kinds = [PublishedRecord, *get_args(json_form.Record)]
    kinds.insert(next(n for n, kind in enumerate(kinds) if issubclass(kind, Authority)), Authority)
    pieces = parts_of_records()
    return page(
        "The record",
        LEAD,
        *(_section(struct) for struct in kinds),
        *(_section(struct) for struct in pieces),
        *(_form(name, docstring) for module in MODULES for name, docstring in _forms(module)),
    )


def title(name: str) -> str:
    """A struct's name in words: “Provenance event”."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).capitalize()


def parts_of_records() -> list[Type]:
    """The structs that records are made of, in the order in which records first use them."""
    found: dict[str, Type] = {}

    def look(kind: Any) -> None:
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            for field in msgspec.structs.fields(kind):
                look(field.type)
            if not issubclass(kind, PublishedRecord):
                found.setdefault(kind.__name__, kind)
        for inner in get_args(kind):
            look(inner)

    look(json_form.Record)
    return list(found.values())


def _section(struct: Type) -> str:
    base = struct.__bases__[0]
    tag = f"`kind` is `{struct.__struct_config__.tag}`." if struct in get_args(json_form.Record) else ""
    rows = [[code(f.name), _in_words(f.annotation), _left_out(f), f.docstring] for f in own_fields(struct)]
    fields = table(["field", "is", "left out", "means"], rows)
    if issubclass(base, PublishedRecord):
        tag += f" It has the fields of every [{title(base.__name__).lower()}](#{_anchor(base.__name__)})"
        tag += " and these:" if rows else "."
    lead = [f"## {title(struct.__name__)}", struct.__doc__ or "", tag.strip(), fields]
    return "\n\n".join(piece for piece in lead if piece)


def _left_out(field: FieldText) -> str:
    """What holds where the field is left out; nothing where that is nothing."""
    match field.default:
        case msgspec.NODEFAULT:
            return "not allowed"
        case str(word):
            return code(word)
        case tuple(words):
            return listed(words)
    return ""


def _in_words(annotation: ast.expr) -> str:
    """A type for people: “list of [name](#name)”."""
    match annotation:
        case ast.Name(id=name):
            return _PLAIN.get(name) or f"[{title(name).lower()}](#{_anchor(name)})"
        case ast.BinOp(left=left, right=ast.Constant(value=None)):
            return _in_words(left)
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[inner, _])):
            return f"list of {_in_words(inner)}"
        case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple(elts=words)):
            return listed(str(ast.literal_eval(word)) for word in words)
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, *meta])):
            patterns = re.findall(r"pattern='([^']*)'", " ".join(map(ast.unparse, meta)))
            return " ".join([_in_words(inner), *map(code, patterns)])
    raise ValueError(f"No words are known for the type {ast.unparse(annotation)}.")


def _forms(module: ModuleType) -> Iterator[tuple[str, str]]:
    for name, docstring in aliases(module).items():
        kind = getattr(module, name)
        if get_origin(kind) in (Annotated, Literal, dict) and name != "RecordKind":
            yield name, docstring


def _form(name: str, docstring: str) -> str:
    kind = next(getattr(module, name) for module in MODULES if hasattr(module, name))
    if get_origin(kind) is Literal:
        form = "One of " + listed(filter(None, get_args(kind))) + "."
    elif get_origin(kind) is dict:
        form = ""
    else:
        form = "; ".join(_limits(get_args(kind)[1])) + "."
    return "\n\n".join(filter(None, [f"## {title(name)}", docstring, form]))


def _limits(meta: msgspec.Meta) -> Iterator[str]:
    if meta.pattern:
        yield f"Pattern: {code(meta.pattern)}"
    if meta.max_length:
        yield f"at most {meta.max_length} characters"
    if meta.ge is not None:
        yield f"A number from {meta.ge} to {meta.le}"


def _anchor(name: str) -> str:
    return title(name).lower().replace(" ", "-")

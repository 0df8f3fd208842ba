"""A file of the portable archive: front matter between two lines `---`, then Markdown."""

from typing import Any

from django.utils.translation import gettext
from msgspec import Struct

from sourcebook.ingest.plain_yaml import Path, PlainYamlError, read_yaml, write_yaml


class Written(Struct, frozen=True):
    """A file taken apart."""

    fields: dict[str, Any]
    """Text, lists and dicts, as they stand in the YAML."""
    lines: dict[Path, int]
    """Where each of them stands in the file, from 1."""
    body: str
    """Without space at its ends."""
    body_line: int


def take_apart(text: str) -> Written:
    """A file without front matter is all body; a PlainYamlError says what is wrong in which line."""
    matter, body, body_line = _split(text)
    lead = len(body) - len(body.lstrip("\n \t"))
    body_line += body[:lead].count("\n")
    fields, lines = read_yaml(matter, 2)
    if not isinstance(fields, dict):
        raise PlainYamlError(gettext("Fields are expected here, such as `title: Report`."), lines[()])
    return Written(fields, lines, body.strip(), body_line)


def put_together(fields: dict[str, Any], body: str) -> str:
    """The file; a body that could be taken for front matter gets an empty one before it."""
    if not fields and not body.startswith("---"):
        return f"{body}\n" if body else ""
    matter = write_yaml(fields) if fields else ""
    return f"---\n{matter}---\n" + (f"{body}\n" if body else "")


def _split(text: str) -> tuple[str, str, int]:
    """Front matter, body and the line where the body begins."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return "", text, 1
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]) + "\n", "\n".join(lines[number + 1 :]), number + 2
    raise PlainYamlError(gettext("The front matter is never closed: a second line `---` is missing."), 1)

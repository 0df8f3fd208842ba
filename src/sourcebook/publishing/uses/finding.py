"""What a record points to, and from which inputs of the editor's form."""

from collections.abc import Iterator

from msgspec import Struct

from sourcebook.publishing.gate.form_fields import input_name, pointers, prose
from sourcebook.record import Record, Subject
from sourcebook.record.links import links_in


class Found(Struct, frozen=True):
    """One pointer of a record."""

    target: str
    field: str
    """The name of the form's input, as in `canvases-2-alt`."""
    manner: str = "names"
    """`names` in a field, else `links`, `quotes` or `shows` in a text."""
    fragment: str = ""
    """The span of the target, without `#`."""


def uses(record: Record) -> list[Found]:
    """Every reference that a record makes, in fields and in texts, each once for each input."""
    return list(dict.fromkeys(_each(record)))


def _each(record: Record) -> Iterator[Found]:
    for pointer in pointers(record):
        yield Found(pointer.to, pointer.field)
    if image := getattr(record, "image", ""):
        target, _, fragment = image.partition("#")
        yield Found(target, input_name(record.kind, "image"), "shows", fragment)
    if isinstance(record, Subject):
        for number, selection in enumerate(record.selections):
            yield Found(selection.source, f"selections-{number}-source", "selects")
    for text in prose(record):
        for mention in links_in(text.text):
            yield Found(mention.target, text.field, mention.manner, mention.fragment)

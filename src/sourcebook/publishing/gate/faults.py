"""Faults: what is wrong with a record, where it stands in the editor's form, and how much it weighs."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Severity = Literal["blocks", "advice"]

CODES: dict[str, Severity] = {
    "title-missing": "blocks",
    "title-language": "advice",
    "rights-missing": "blocks",
    "alternative-text-missing": "blocks",
    "picture-undescribed": "blocks",
    "captions-missing": "blocks",
    "date-unread": "blocks",
    "quotation-differs": "blocks",
    "selection-unpublished": "blocks",
    "link-unwritten": "blocks",
    "link-unknown": "blocks",
    "link-moved": "blocks",
    "link-withdrawn": "blocks",
    "link-unpublished": "blocks",
    "span-missing": "blocks",
    "note-missing": "blocks",
    "note-uncalled": "advice",
    "original-missing": "blocks",
    "language-same": "advice",
    "language-other": "advice",
    "named-unpublished": "advice",
}
"""Every fault there is. Codes are a promise: scripts and saved filters name them."""

ONLY_UNPUBLISHED = frozenset({"link-unpublished", "selection-unpublished"})
"""Faults that are none once what they are about is published too."""


class Fault(Struct, frozen=True, kw_only=True):
    """One thing to be mended in one record."""

    code: str
    """Of `CODES`."""
    reference: str
    """The record in which it stands."""
    field: str
    """The name of the form's input, as in `canvases-2-alt`; rows count from 0 in their order."""
    words: str = ""
    """The words of a long field at which it stands, by which the editor finds the place."""
    about: dict[str, str] = {}
    """What its sentence names."""
    target: str = ""
    """The other record that it is about."""

    @property
    def severity(self) -> Severity:
        return CODES[self.code]


def blocking(faults: Iterable[Fault]) -> list[Fault]:
    """Those that keep a record from being published."""
    return [fault for fault in faults if fault.severity == "blocks"]

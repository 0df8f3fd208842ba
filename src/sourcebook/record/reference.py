"""References: how one record names another, `kind:slug`, the same in records, Markdown and the portable archive."""

import re
from typing import Annotated, Literal

from msgspec import Meta

RecordKind = Literal[
    "archive", "year", "theme", "subject", "source", "person", "organisation", "place", "event", "term"
]

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
KIND = r"archive|year|theme|subject|source|person|organisation|place|event|term"

RESERVED = ("letters", "years")
"""Slugs that nothing may have: lists stand at these addresses, `/people/letters/`, `/sources/years/`."""

Slug = Annotated[str, Meta(pattern=f"^(?!(?:{'|'.join(RESERVED)})$){SLUG}$", max_length=120)]
"""The last part of an address: small Latin letters, digits and single hyphens, and none that is reserved."""

Reference = Annotated[str, Meta(pattern=f"^(?:(?:{KIND}):{SLUG})?$")]
"""`person:imre-nagy`; the empty string where a record may leave a reference open."""

_REFERENCE = re.compile(f"({KIND}):({SLUG})")


def kind_of(reference: str) -> str:
    return reference.partition(":")[0]


def slug_of(reference: str) -> str:
    return reference.partition(":")[2]


def is_reference(text: str) -> bool:
    return _REFERENCE.fullmatch(text) is not None

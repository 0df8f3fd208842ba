"""Permanent identifiers: minted once for a thing, the same for the same slug in a new archive, never given again."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from itertools import count

from sourcebook.authorities.models.identifier import Identifier

LENGTH = 10


def candidates(kind: str, slug: str) -> Iterator[str]:
    """Base 32, small letters, of SHA-256 over kind, slug and a number from 0: the first that is free is taken."""
    for number in count():
        digest = hashlib.sha256(f"{kind}:{slug}:{number}".encode()).digest()
        yield base64.b32encode(digest).decode().lower()[:LENGTH]


def would_mint(kind: str, slug: str) -> str:
    """The identifier that minting would give now; it is not taken."""
    return next(one for one in candidates(kind, slug) if not Identifier.taken([one]))


def mint(kind: str, slugs: Iterable[str]) -> dict[str, str]:
    """A new identifier for each slug; asks the database as often as there are collisions in a row."""
    series = {slug: candidates(kind, slug) for slug in slugs}
    minted: dict[str, str] = {}
    while series:
        wanted = {slug: next(numbers) for slug, numbers in series.items()}
        taken = set(minted.values()) | Identifier.taken(wanted.values())
        for slug, identifier in wanted.items():
            if identifier not in taken:
                taken.add(identifier)
                minted[slug] = identifier
                del series[slug]
    Identifier.objects.bulk_create(Identifier(value=value, kind=kind) for value in minted.values())
    return minted

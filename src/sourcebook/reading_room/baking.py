"""Baking: from addresses to the bytes of their files, with a note of what each page read."""

import gzip
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import brotli
from msgspec import Struct

from sourcebook.reading_room.catalogue import PAGES, Library, PageCard
from sourcebook.reading_room.reading import Reading


class Redirect(Struct, frozen=True):
    """A page that only leads elsewhere."""

    to: str
    body: bytes
    """What hosts show that cannot redirect: a small HTML page with a refresh."""


class Tombstone(Struct, frozen=True):
    """What stands at the address of something withdrawn, which is answered with 410 Gone."""

    body: bytes | None
    """The page that says so; none at addresses of files."""
    page: str
    """The address of the page that is shown in place of a file."""


Made = bytes | Path | Redirect | Tombstone | None
"""What a page maker gives: a page, a file to be copied, a redirect, a tombstone, or nothing (no such address)."""

Maker = Callable[[Reading, PageCard], Made]


class Baked(Struct, frozen=True):
    """One address, baked. `files`: from a suffix of the file name (`""`, `".gz"` …) to content; empty: no page."""

    address: str
    files: dict[str, bytes | Path]
    digest: str
    noted: frozenset[tuple[str, str]]


COMPRESSED = (".html", ".xml", ".css", ".js", ".svg")
"""What every reader is sent. JSON and captions are fetched seldom, and each file more costs half a millisecond."""
WORTH_COMPRESSING = 512
"""Bytes; below, the headers weigh more than what is saved."""


def file_name(address: str) -> str:
    """The file of an address below `public/`: `/1956/` → `1956/index.html`, `/feed.xml` → `feed.xml`."""
    name = address.removeprefix("/")
    return f"{name}index.html" if address.endswith("/") else name


def _digest(files: Mapping[str, bytes | Path]) -> str:
    """SHA-256 over what a page is made of; copied files count by their path, which holds their checksum."""
    total = hashlib.sha256()
    for suffix, content in files.items():
        data = content if isinstance(content, bytes) else str(content).encode()
        total.update(f"{suffix} {len(data)} ".encode() + data)
    return total.hexdigest()


def _files(address: str, made: Made) -> dict[str, bytes | Path]:
    if made is None:
        return {}
    if isinstance(made, Path):
        return {"": made}
    if isinstance(made, Redirect):
        return {"": made.body, ".to": made.to.encode()}
    if isinstance(made, Tombstone):
        if made.body is None:
            return {".gone": made.page.encode()}
        return {**_files(address, made.body), ".gone": b""}
    files: dict[str, bytes | Path] = {"": made}
    if len(made) >= WORTH_COMPRESSING and file_name(address).endswith(COMPRESSED):
        files[".gz"] = gzip.compress(made, compresslevel=6, mtime=0)
        files[".br"] = brotli.compress(made, quality=5)
    return files


def bake(
    library: Library,
    addresses: Iterable[str],
    makers: Mapping[str, Maker],
    memory: dict[Any, Any] | None = None,
) -> Iterator[Baked]:
    """Bake each address as the library stands; `memory` may be shared between pages of one state of the library."""
    memory = {} if memory is None else memory
    for address in addresses:
        reading = Reading(library, memory)
        cards = reading.cards(PAGES, address, PageCard, limit=1)
        made = makers[cards[0].maker](reading, cards[0]) if cards else None
        files = _files(address, made)
        yield Baked(address, files, _digest(files) if files else "", frozenset(reading.noted))

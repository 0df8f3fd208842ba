"""Running Pagefind over the documents."""

import asyncio
import json
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from pagefind.index import IndexConfig, PagefindIndex

from sourcebook.search.documents import RecordDocument
from sourcebook.search.static_copy.bundles import Bundle, belongs, bundles_of
from sourcebook.search.static_copy.pages import NamesOf, page_of

FOLDER = "pagefind"
_LEFT_OUT = (
    "pagefind-ui*",
    "pagefind-modular-ui*",
    "pagefind-component-ui*",
    "pagefind-highlight*",
    "wasm.unknown*",
)

Told = Callable[[int, int], None]
"""Called with (done, of how many)."""


def write_bundles(
    documents: Iterable[RecordDocument],
    folder: Path,
    *,
    interface: Sequence[str],
    names_of: NamesOf,
    title_of: Callable[[RecordDocument, str], str],
    told: Told | None = None,
) -> tuple[Bundle, ...]:
    """Write `folder/pagefind/<language>/` for each language, and `bundles.json` that lists them.

    The documents are gone through more than once. `title_of` gives a record's title in a language.
    """
    known = list(documents)
    bundles = bundles_of(known, interface)
    total = len(known) * len(bundles)
    for number, bundle in enumerate(bundles):
        target = folder / FOLDER / bundle.language
        chosen = [one for one in known if belongs(one, bundle, interface)]
        pages = (
            (one.address, page_of(one, bundle, names_of, title_of(one, bundle.language))) for one in chosen
        )
        asyncio.run(_index(pages, target, bundle))
        _tidy(target, bundle)
        if told:
            told((number + 1) * len(known), total)
    listing = msgspec.json.encode(bundles)
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    (folder / FOLDER / "bundles.json").write_bytes(listing)
    return bundles


async def _index(pages: Iterable[tuple[str, str]], target: Path, bundle: Bundle) -> None:
    config = IndexConfig(output_path=str(target), force_language=bundle.language)
    async with PagefindIndex(config) as index:
        for address, html in pages:
            await index.add_html_file(content=html, url=address)


def _entry(path: Path, patience: float = 30) -> Any:
    """What Pagefind says of its index; it answers before the last of its files is whole."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return json.loads(path.read_bytes())
        except (FileNotFoundError, json.JSONDecodeError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _tidy(target: Path, bundle: Bundle) -> None:
    """Take out what nobody asks for; the grammar for unknown languages stays where there is none of this one."""
    entry = _entry(target / "pagefind-entry.json")
    grammars = {one.get("wasm") or "unknown" for one in entry["languages"].values()}
    for pattern in _LEFT_OUT:
        for file in target.glob(pattern):
            if not (file.name.startswith("wasm.unknown") and "unknown" in grammars):
                file.unlink()
    shutil.rmtree(target / "playground", ignore_errors=True)

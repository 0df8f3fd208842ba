"""Running Pagefind over the documents."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.service import get_executable

from sourcebook.errors import SourcebookError
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


class PagefindError(SourcebookError):
    """Pagefind is not there, or could not make an index."""


def write_bundles(
    documents: Iterable[RecordDocument],
    folder: Path,
    *,
    interface: Sequence[str],
    names_of: NamesOf,
    title_of: Callable[[RecordDocument, str], str],
    told: Told | None = None,
) -> tuple[Bundle, ...]:
    """Write `folder/pagefind/<language>/` for each language; the bundles that there are.

    The documents are gone through more than once. `title_of` gives a record's title in a language.
    """
    known = list(documents)
    chosen = {
        bundle: [one for one in known if belongs(one, bundle, interface)]
        for bundle in bundles_of(known, interface)
    }
    chosen = {bundle: its for bundle, its in chosen.items() if its}
    total, done = sum(map(len, chosen.values())), 0
    for bundle, its in chosen.items():
        target = folder / FOLDER / bundle.language
        pages = ((one.address, page_of(one, bundle, names_of, title_of(one, bundle.language))) for one in its)
        _index(pages, target, bundle)
        _tidy(target, bundle)
        done += len(its)
        if told:
            told(done, total)
    return tuple(chosen)


def _index(pages: Iterable[tuple[str, str]], target: Path, bundle: Bundle) -> None:
    """By its command: its service for Python takes a tenth of a second for each page."""
    command = get_executable()
    if command is None:
        raise PagefindError("Pagefind is not installed: run make again, or pip install pagefind-bin.")
    with TemporaryDirectory() as name:
        for address, html in pages:
            file = Path(name, address.strip("/"), "index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(html, encoding="utf-8")
        words = (
            "--site",
            name,
            "--output-path",
            str(target),
            "--force-language",
            bundle.language,
            "--silent",
        )
        done = subprocess.run((str(command), *words), capture_output=True, text=True)
    if done.returncode:
        raise PagefindError(
            f"Pagefind could not make the index in {bundle.language}: {done.stderr.strip()[:500]}"
        )


def _tidy(target: Path, bundle: Bundle) -> None:
    """Take out what nobody asks for; the grammar for unknown languages stays where there is none of this one."""
    entry = json.loads((target / "pagefind-entry.json").read_bytes())
    grammars = {one.get("wasm") or "unknown" for one in entry["languages"].values()}
    for pattern in _LEFT_OUT:
        for file in target.glob(pattern):
            if not (file.name.startswith("wasm.unknown") and "unknown" in grammars):
                file.unlink()
    shutil.rmtree(target / "playground", ignore_errors=True)

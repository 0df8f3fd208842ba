"""The site: what all pages of one archive share beside its records."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

ASSETS = Path(str(files("sourcebook.reading_room"))) / "assets"
"""Where `npm run build` puts styles, fonts and elements, with `manifest.json`: name → name with its hash."""

_SHAPES_PAGES = ("reading_room", "record", "standards", "vocabulary")


class Site(Struct, frozen=True, kw_only=True):
    """Where the archive is served, in which interface languages, with which assets."""

    base: str
    """Scheme, host and port, without a slash at the end: `http://127.0.0.1:8000`."""
    languages: tuple[str, ...]
    """Languages of the interface; the first has no prefix in addresses."""
    assets: Mapping[str, str]
    """From the name of an asset to the name of its file below `/assets/`, which holds a hash."""
    fingerprint: str
    """Changes whenever templates, assets or the code that makes pages change: then every page is baked anew."""
    access_copy: Callable[[str, str], Path]
    """From a master's SHA-256 and the name of an access copy to its path."""


@cache
def _assets() -> dict[str, str]:
    manifest = ASSETS / "manifest.json"
    names: dict[str, str] = json.loads(manifest.read_bytes()) if manifest.exists() else {}
    return names


@cache
def _fingerprint() -> str:
    """SHA-256 over everything that shapes a page: code, templates, words and the names of assets."""
    package = Path(str(files("sourcebook")))
    total = hashlib.sha256(json.dumps(_assets(), sort_keys=True).encode())
    for part in _SHAPES_PAGES:
        for file in sorted((package / part).rglob("*")):
            if file.suffix in {".py", ".html", ".xml", ".toml"}:
                total.update(f"{file.relative_to(package).as_posix()} {file.stat().st_size} ".encode())
                total.update(file.read_bytes())
    return total.hexdigest()


def make_site(base: str, languages: Sequence[str], access_copy: Callable[[str, str], Path]) -> Site:
    """The site as this installation bakes it; `languages` are the archive's own, in order."""
    return Site(
        base=base.rstrip("/"),
        languages=tuple(languages) or ("en",),
        assets=_assets(),
        fingerprint=_fingerprint(),
        access_copy=access_copy,
    )

"""The reading room's own styles, fonts and elements, placed beside the pages with their packed forms."""

import gzip
from pathlib import Path

import brotli

from sourcebook.publishing.public_folder import write_page
from sourcebook.reading_room.baking import COMPRESSED
from sourcebook.reading_room.site import ASSETS

FOLDERS = ("assets",)
"""Folders at the top of the public folder that hold no pages."""


def place_assets(public: Path) -> tuple[str, ...]:
    """Place what is not there yet: a name with a hash is never written twice, and older ones stay."""
    if ASSETS.is_dir():
        for path in sorted(ASSETS.rglob("*")):
            name = path.relative_to(ASSETS).as_posix()
            if path.is_file() and name != "manifest.json" and not (public / "assets" / name).exists():
                data = path.read_bytes()
                files: dict[str, bytes | Path] = {"": data}
                if name.endswith(COMPRESSED):
                    files |= {
                        ".gz": gzip.compress(data, 9, mtime=0),
                        ".br": brotli.compress(data, quality=11),
                    }
                write_page(public, f"/assets/{name}", files)
    return FOLDERS

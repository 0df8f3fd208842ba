"""Thumbnails for those who edit: made once, when a picture arrives, and never while a list is shown."""

import os
from pathlib import Path

import pyvips

EDGE = 400
"""Pixels of the longer edge."""
QUALITY = 75


def thumbnail_place(folder: Path, sha256: str) -> Path:
    """Where the thumbnail of this master lies, or would."""
    return folder / sha256[:2] / f"{sha256}.webp"


def make_thumbnail(master: Path, target: Path) -> bool:
    """A WebP of the upright picture, without its metadata; False for what is no picture or cannot be read.

    `master` lies under a name of ours: what a stranger's file is called can be a command to the library.
    """
    if target.exists():
        return True
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.stem}.{os.getpid()}.webp")
    try:
        small = pyvips.Image.thumbnail(str(master), EDGE, height=EDGE, size="down", fail_on="error")
        small.webpsave(str(aside), Q=QUALITY, keep="none")
        aside.replace(target)
    except pyvips.Error:
        return False
    finally:
        aside.unlink(missing_ok=True)
    return True

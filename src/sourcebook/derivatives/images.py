"""Pictures through libvips: how large a master is, and its copies for readers."""

import os
from pathlib import Path

import pyvips

from sourcebook.errors import SourcebookError

LARGEST = 2**31
"""Pixels: a picture that claims more is refused before it is decoded."""
QUALITY = 82
EFFORT = 2
"""Of 0 to 6: from here on a copy shrinks by 3 % and takes twice as long."""


class ImageError(SourcebookError, ValueError):
    """A picture that cannot be read; the message says so in a sentence."""


def _open(path: Path) -> pyvips.Image:
    image = pyvips.Image.new_from_file(str(path), access="sequential", fail_on="error")
    if image.width * image.height > LARGEST:
        raise ImageError(f"The picture claims {image.width} × {image.height} pixels, more than is kept.")
    return image


def image_size(path: Path) -> tuple[int, int]:
    """Width and height in pixels, upright, once the whole picture has been decoded without an error."""
    try:
        image = _open(path)
        image.avg()
        turned = image.get_typeof("orientation") and image.get("orientation") in (5, 6, 7, 8)
    except pyvips.Error as error:
        raise ImageError("The picture cannot be read: it is broken or cut off. Bring it again.") from error
    return (image.height, image.width) if turned else (image.width, image.height)


def write_copy(master: Path, copy: Path, width: int) -> None:
    """Write a WebP copy of a given width, upright, in sRGB, without metadata: aside first, then in place."""
    aside = copy.with_name(f".{copy.name}.{os.getpid()}.webp")
    try:
        # A picture without a profile is in sRGB already; to convert it all the same takes five times as long.
        profiled = pyvips.Image.new_from_file(str(master)).get_typeof("icc-profile-data")
        colours = {"export_profile": "srgb"} if profiled else {}
        image = pyvips.Image.thumbnail(str(master), width, height=10_000_000, size="down", **colours)
        image.webpsave(str(aside), Q=QUALITY, keep="none", effort=EFFORT)
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.replace(copy)
    except pyvips.Error as error:
        raise ImageError("The picture cannot be copied: it is broken. Bring it again.") from error
    finally:
        aside.unlink(missing_ok=True)

"""Copies of pictures for readers, through libvips."""

import os
from pathlib import Path

import pyvips

from sourcebook.masters.pictures import ImageError
from sourcebook.sentences import Sentence

QUALITY = 82
EFFORT = 2
"""Of 0 to 6: from here on a copy shrinks by 3 % and takes twice as long."""


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
        raise ImageError(Sentence("The picture cannot be copied: it is broken. Bring it again.")) from error
    finally:
        aside.unlink(missing_ok=True)

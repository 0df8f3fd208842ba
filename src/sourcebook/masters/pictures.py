"""Pictures through libvips: how large a master is, once it has been seen that it can be read."""

from pathlib import Path

import pyvips

from sourcebook.errors import SourcebookError
from sourcebook.sentences import Sentence

LARGEST = 2**31
"""Pixels: a picture that claims more is refused before it is decoded."""


class ImageError(SourcebookError, ValueError):
    """A picture that cannot be read; the message says so in a sentence."""


def _open(path: Path) -> pyvips.Image:
    image = pyvips.Image.new_from_file(str(path), access="sequential", fail_on="error")
    if image.width * image.height > LARGEST:
        raise ImageError(
            Sentence(
                "The picture claims {width} × {height} pixels, more than is kept.",
                width=image.width,
                height=image.height,
            )
        )
    return image


def image_size(path: Path) -> tuple[int, int]:
    """Width and height in pixels, upright, once the whole picture has been decoded without an error."""
    try:
        image = _open(path)
        image.avg()
        turned = image.get_typeof("orientation") and image.get("orientation") in (5, 6, 7, 8)
    except pyvips.Error as error:
        raise ImageError(
            Sentence("The picture cannot be read: it is broken or cut off. Bring it again.")
        ) from error
    return (image.height, image.width) if turned else (image.width, image.height)

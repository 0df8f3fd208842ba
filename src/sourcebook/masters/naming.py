"""The name of a file as a record may have it, from the name it came with."""

import re
from collections.abc import Container
from itertools import count

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
LONGEST = 80
SUFFIXES: dict[str, tuple[str, ...]] = {
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/gif": ("gif",),
    "image/tiff": ("tiff", "tif"),
    "image/jp2": ("jp2",),
    "image/webp": ("webp",),
    "image/avif": ("avif",),
    "image/heic": ("heic",),
    "audio/wav": ("wav",),
    "audio/mp4": ("m4a",),
    "audio/flac": ("flac",),
    "audio/mpeg": ("mp3",),
    "audio/ogg": ("ogg", "oga", "opus"),
    "video/quicktime": ("mov",),
    "video/mp4": ("mp4", "m4v"),
    "video/webm": ("webm", "mkv"),
    "video/ogg": ("ogv", "ogg"),
    "application/pdf": ("pdf",),
}
"""By media type how a name may end, the usual ending first."""


def file_name(stem: str, suffix: str, media_type: str, taken: Container[str]) -> str:
    """A name of letters, digits, full stops, hyphens and underscores, with a number where it is taken.

    `stem` is in Latin letters already; the ending is that of the media type, whatever the file called itself.
    """
    base = re.sub(r"[^A-Za-z0-9._-]+", "-", stem)[:LONGEST].strip("._-") or "file"
    known = SUFFIXES.get(media_type, ("bin",))
    ending = suffix.lower() if suffix.lower() in known else known[0]
    names = (f"{base}.{ending}" if number == 1 else f"{base}-{number}.{ending}" for number in count(1))
    return next(name for name in names if name not in taken)

"""The technical facts of a file, read from its bytes; its name is never believed."""

from pathlib import Path

from msgspec import Struct

from sourcebook.errors import SourcebookError
from sourcebook.masters.pictures import ImageError, image_size
from sourcebook.masters.sound import SoundError, sound_seconds
from sourcebook.sentences import Sentence

SNIFFED = 4096
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"II+\0", "image/tiff"),
    (0, b"MM\0+", "image/tiff"),
    (0, b"\0\0\0\x0cjP  ", "image/jp2"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftyp", "video/mp4"),
    (0, b"fLaC", "audio/flac"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"%PDF-", "application/pdf"),
)
_OGG_VIDEO = (b"\x80theora", b"OVP80")


class FactsError(SourcebookError, ValueError):
    """A file that is empty, broken or of no kind that is kept; the message says which, without its path."""


class Facts(Struct, frozen=True, kw_only=True):
    """What a `record.File` says of a file, apart from its name and checksum."""

    media_type: str
    size: int
    """Bytes."""
    width: int | None = None
    """Pixels, as it is seen upright; `height` likewise."""
    height: int | None = None
    duration: float | None = None
    """Seconds, to the millisecond."""


def media_type_of(head: bytes) -> str:
    """The media type by the first bytes of a file; empty when they are of no kind that is kept."""
    for offset, signature, media_type in _SIGNATURES:
        if head[offset : offset + len(signature)] == signature:
            return media_type
    if head.startswith(b"OggS"):
        return "video/ogg" if any(mark in head for mark in _OGG_VIDEO) else "audio/ogg"
    if len(head) > 2 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x18 != 0x08:
        return "audio/mpeg"
    return ""


def read_facts(path: Path) -> Facts:
    """Read a file through: a picture is decoded whole, so that a broken one is found now and not by a reader."""
    size = path.stat().st_size
    if not size:
        raise FactsError(Sentence("The file is empty: it holds 0 bytes. Bring it again from where it came."))
    with path.open("rb") as file:
        media_type = media_type_of(file.read(SNIFFED))
    if not media_type:
        raise FactsError(Sentence("The file is of no kind that is kept: bring images, sound, film or PDF."))
    try:
        if media_type.startswith("image/"):
            width, height = image_size(path)
            return Facts(media_type=media_type, size=size, width=width, height=height)
        if media_type.startswith(("audio/", "video/")):
            return Facts(media_type=media_type, size=size, duration=sound_seconds(path, media_type))
    except (ImageError, SoundError) as error:
        raise FactsError(str(error)) from error
    return Facts(media_type=media_type, size=size)

"""Recordings: how long they last. The players of the reading room are given the master itself."""

from pathlib import Path

from tinytag import TinyTag, TinyTagException

from sourcebook.errors import SourcebookError
from sourcebook.sentences import Sentence

_SUFFIXES = {
    "audio/wav": ".wav",
    "audio/flac": ".flac",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/mp4": ".m4a",
    "video/mp4": ".mp4",
    "video/quicktime": ".mp4",
}


class SoundError(SourcebookError, ValueError):
    """A recording that cannot be read; the message says so in a sentence."""


def sound_seconds(path: Path, media_type: str) -> float | None:
    """The length in seconds, to the millisecond; None for containers whose length is not read (WebM, Ogg film)."""
    suffix = _SUFFIXES.get(media_type)
    if suffix is None:
        return None
    try:
        with path.open("rb") as file:
            seconds = TinyTag.get(f"recording{suffix}", file_obj=file).duration
    except (TinyTagException, ValueError, KeyError, IndexError, OverflowError, ArithmeticError) as error:
        raise SoundError(
            Sentence("The recording cannot be read: it is broken or cut off. Bring it again.")
        ) from error
    except Exception as error:
        # The reader unpacks whatever bytes it is given, and its own errors on broken ones are of many classes.
        raise SoundError(
            Sentence("The recording cannot be read: it is broken or cut off. Bring it again.")
        ) from error
    return round(seconds, 3) if seconds else None

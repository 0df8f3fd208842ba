"""The encoding of a spreadsheet: named, marked, UTF-8, or guessed and said so."""

import re
from pathlib import Path

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.texts import guess_encoding


def read_decoded(arrival: Arrival, path: Path, encoding: str | None) -> str | None:
    """The text of a file; None after one refusal. A guess is told in a notice."""
    try:
        data = path.read_bytes()
    except OSError as error:
        arrival.refuse(
            gettext("The file cannot be read: %(strerror)s.") % {"strerror": error.strerror},
            Origin(str(path)),
        )
        return None
    chosen = encoding or _encoding_of(data)
    guessed = ""
    if not chosen:
        chosen = guessed = guess_encoding(data)
    if not chosen:
        arrival.refuse(
            gettext("The encoding is not recognised."),
            Origin(str(path)),
            advice=gettext("Save it as UTF-8, or name --encoding."),
        )
        return None
    try:
        text = data.decode(chosen)
    except LookupError:
        arrival.refuse(
            gettext("“%(chosen)s” is no encoding we know.") % {"chosen": chosen},
            Origin(str(path)),
            advice=gettext("Name one such as cp1251."),
        )
        return None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        arrival.refuse(
            gettext("The file is not %(chosen)s.") % {"chosen": chosen},
            Origin(str(path), line),
            advice=gettext("Name another --encoding."),
        )
        return None
    if guessed:
        arrival.notice(
            gettext("The file is not UTF-8 and was read as %(guessed)s.") % {"guessed": guessed},
            Origin(str(path)),
            advice=gettext("Look whether its letters are right; if not, name --encoding."),
        )
    if found := re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text):
        line = text.count("\n", 0, found.start()) + 1
        arrival.refuse(
            gettext("A control character stands here; this is no spreadsheet as text."),
            Origin(str(path), line),
        )
        return None
    return text.removeprefix("\ufeff")


def _encoding_of(data: bytes) -> str:
    """By byte order mark, or UTF-8 where it fits; else empty."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8-sig"

"""The words of a file: UTF-8, or what they seem to be."""

import re
from pathlib import Path

from charset_normalizer import from_bytes
from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SAMPLE = 64 * 1024
_HIGH = re.compile(rb"[\x80-\xff]{4,}")
_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_COMMON = frozenset("оеаинтсрвлкмд")
_LEAST_COMMON = 0.5
"""Share of the commonest letters; they make up three quarters of Russian."""


def guess_encoding(data: bytes) -> str:
    """What an encoding that is not UTF-8 seems to be, as Python names it; empty when nothing fits."""
    if cyrillic := _cyrillic(data[:_SAMPLE]):
        return cyrillic
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else ""


def _cyrillic(data: bytes) -> str:
    """Of a few Russian words, too few for statistics: the encoding that makes Russian of them, if one does.

    Letters with accents stand apart in words of other letters; only other alphabets have whole words of high bytes.
    """
    words = b"".join(_HIGH.findall(data))
    shares = {name: _commonness(words.decode(name, "replace")) for name in _CYRILLIC} if words else {}
    best = max(shares, key=shares.__getitem__, default="")
    return best if shares.get(best, 0.0) > _LEAST_COMMON else ""


def _commonness(text: str) -> float:
    return sum(letter in _COMMON for letter in text) / len(text)


def read_utf8(arrival: Arrival, path: Path, shown: str) -> str | None:
    """The text with `\\n` as line ends and no byte order mark; what is not UTF-8 is refused once, and None returned."""
    try:
        data = path.read_bytes()
    except OSError as error:
        arrival.refuse(
            gettext("The file cannot be read: %(strerror)s.") % {"strerror": error.strerror}, Origin(shown)
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        guess = guess_encoding(data)
        arrival.refuse(
            gettext("The file is not UTF-8; it seems to be %(guess)s.") % {"guess": guess}
            if guess
            else gettext("The file is not UTF-8."),
            Origin(shown, data.count(b"\n", 0, error.start) + 1),
            advice=gettext("Save it as UTF-8 in your editor."),
        )
        return None
    if found := _CONTROL.search(text):
        arrival.refuse(
            gettext("A control character (U+%(ord)s) stands here, which is no text.")
            % {"ord": f"{ord(found[0]):04X}"},
            Origin(shown, text.count("\n", 0, found.start()) + 1),
            advice=gettext("Take it out."),
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")

"""Libraries' catalogue records (ISO 2709, UTF-8) as far as a benchmark needs them; romanised names in Cyrillic."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

Fields = dict[str, list[dict[str, str]]]

# ALA-LC romanisation of Russian, back again; longer pieces first. Ligature ties and soft signs are dropped beforehand.
_LATIN = (
    "shch щ zh ж kh х ts ц ch ч sh ш iu ю ia я a а b б v в g г d д e е z з i и k к l л m м n н o о p п r р s с t т u у "
    "f ф y ы h х c к j й w в x кс q к"
).split()
_PIECES = dict(zip(_LATIN[::2], _LATIN[1::2], strict=True))


def cards(path: Path) -> Iterator[Fields]:
    """The fields of each record, by tag: subfields by code, the first of each."""
    data = path.read_bytes()
    for raw in data.split(b"\x1d"):
        if len(raw) < 25:
            continue
        base = int(raw[12:17])
        fields: Fields = {}
        for start in range(24, base - 1, 12):
            tag, length, at = raw[start : start + 3], raw[start + 3 : start + 7], raw[start + 7 : start + 12]
            body = raw[base + int(at) : base + int(at) + int(length) - 1].decode("utf-8", "replace")
            parts = [part for part in body.split("\x1f")[1:] if part]
            fields.setdefault(tag.decode(), []).append({part[0]: part[1:] for part in reversed(parts)})
        yield fields


def plain(text: str) -> str:
    """In one piece, without the punctuation with which catalogues end a field."""
    return unicodedata.normalize("NFC", text).strip(" /:;,.[]")


def in_cyrillic(romanised: str) -> str:
    """As it may have been before it was romanised; good enough to be searched for."""
    bare = "".join(c for c in unicodedata.normalize("NFD", romanised) if not unicodedata.combining(c))
    rest = "".join(c for c in bare if c not in "ʹʺʼ'’")
    found = []
    while rest:
        for size in (4, 2, 1):
            piece = rest[:size]
            if (letter := _PIECES.get(piece.lower())) or size == 1:
                letter = letter or piece
                found.append(letter.capitalize() if piece[0].isupper() else letter)
                rest = rest[size:]
                break
    return "".join(found)

"""Slugs from names and titles of any script: small Latin letters, digits, single hyphens."""

import re
import unicodedata

from sourcebook.record.reference import RESERVED

LONGEST = 80

# Simplified ALA-LC, without signs that an address cannot hold.
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґўѣѳѵ",
        (
            "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e iu ia e ie i i g u e f i"
        ).split(),
        strict=True,
    )
)
_LATIN = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "þ": "th",
    "ı": "i",
    "&": " and ",
}
_TABLE = str.maketrans({letter: latin.replace("_", "") for letter, latin in (_CYRILLIC | _LATIN).items()})
_APOSTROPHES = re.compile(r"[’'ʼʹ`.]+")


def slug(text: str, otherwise: str) -> str:
    """The slug of a text; `otherwise`, a slug, for a text without any letter that has a Latin form."""
    # Letters are spelt before their marks are taken off, because й is no и with a mark.
    latin = unicodedata.normalize("NFC", text).casefold().translate(_TABLE)
    bare = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    made = re.sub(r"[^a-z0-9]+", "-", _APOSTROPHES.sub("", bare)).strip("-")
    if len(made) > LONGEST:
        made = made[: LONGEST + 1].rpartition("-")[0] or made[:LONGEST]
    return (f"{made}-1" if made in RESERVED else made) or otherwise

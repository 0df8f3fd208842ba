"""Slugs from names and titles of any script."""

from collections.abc import Callable
from itertools import count

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

LONGEST = 100


def slug_of_words(words: str, taken: Callable[[str], bool], fallback: str) -> str:
    """Small Latin letters, romanised where need be, with a number behind them where they are taken."""
    base = slugify(string_to_ascii(words)).replace("_", "-")[:LONGEST].strip("-") or fallback
    base = "-".join(filter(None, base.split("-")))
    for number in count(1):
        slug = base if number == 1 else f"{base}-{number}"
        if not taken(slug):
            return slug
    raise AssertionError("The numbers have no end.")

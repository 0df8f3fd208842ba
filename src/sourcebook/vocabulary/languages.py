"""Languages of texts, by their tags in BCP 47 (RFC 5646)."""

import re
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import LanguageError as LanguageError

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?P<extensions>(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*)"
    r"(?:-(?P<private>x(?:-[a-z0-9]{1,8})+))?"
)
_PRIVATE = re.compile(r"x(?:-[a-z0-9]{1,8})+")
_RIGHT_TO_LEFT = frozenset("Adlm Arab Aran Hebr Mand Mend Nkoo Phnx Rohg Samr Syrc Thaa Yezi".split())
# What CLDR does not know and archives write.
_SCRIPTS = {"cu": "Cyrs", "orv": "Cyrs", "chu": "Cyrs"}
_NAMES = {"en": {"orv": "Old East Slavic"}, "ru": {"orv": "древнерусский"}}


def check_language(tag: str) -> str:
    """The tag in canonical case (ru-Latn, zh-Hant-TW); raises LanguageError unless it is well formed."""
    text = tag.strip().replace("_", "-").casefold()
    if len(text) <= 64 and text.isascii():
        if _PRIVATE.fullmatch(text):
            return text
        match = _TAG.fullmatch(text)
        if match and not _repeats(match):
            script, region = match["script"], match["region"]
            private = f"-{match['private']}" if match["private"] else ""
            main = [
                match["language"],
                *([script.title()] if script else []),
                *([region.upper()] if region else []),
            ]
            return "-".join(main) + match["variants"] + match["extensions"] + private
    raise LanguageError(
        Sentence("“{tag}” is no language tag; write one such as ru, en-GB or ru-Latn (BCP 47).", tag=tag[:64])
    )


def _repeats(match: re.Match[str]) -> bool:
    """Whether a variant or the letter of an extension stands twice, which RFC 5646 (2.2.5, 2.2.6) forbids."""
    variants = match["variants"].split("-")[1:]
    letters = [part for part in match["extensions"].split("-")[1:] if len(part) == 1]
    return len(set(variants)) < len(variants) or len(set(letters)) < len(letters)


@cache
def language_name(tag: str, in_language: str) -> str:
    """The language's name in another language, as CLDR gives it; the tag itself where CLDR has no name."""
    tag, within = check_language(tag), check_language(in_language)
    primary = tag.split("-")[0]
    given = _NAMES.get(within.split("-")[0], {}).get(primary)
    name = given or _reader(within).languages.get(primary)
    if not name:
        return tag
    details = [*_details(tag, _reader(within))]
    return f"{name} ({', '.join(details)})" if details else str(name)


def _details(tag: str, reader: Locale) -> list[str]:
    match = _TAG.fullmatch(tag.casefold())
    if not match:
        return []
    scripts = (
        [reader.scripts.get(match["script"].title(), match["script"].title())] if match["script"] else []
    )
    regions = (
        [reader.territories.get(match["region"].upper(), match["region"].upper())] if match["region"] else []
    )
    variants = [reader.variants.get(variant.upper(), variant) for variant in match["variants"].split("-")[1:]]
    return [*scripts, *regions, *variants]


@cache
def _reader(tag: str) -> Locale:
    try:
        return Locale.parse(tag.split("-")[0])
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def script(tag: str) -> str:
    """The ISO 15924 code of the script: the tag's own, or the likely one by CLDR; Zyyy when nobody can tell."""
    tag = check_language(tag)
    match = _TAG.fullmatch(tag.casefold())
    if not match:
        return "Zyyy"
    if match["script"]:
        return match["script"].title()
    language, region = match["language"], (match["region"] or "").upper()
    likely = get_global("likely_subtags")
    found = likely.get(f"{language}_{region}") or likely.get(language) or ""
    parts = found.split("_")
    return _SCRIPTS.get(language) or (parts[1] if len(parts) > 1 else "Zyyy")


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Which way the language's script runs."""
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"

"""What a Russian editor would stumble over: a sentence of ours that stands in English."""

import re

_QUOTED = re.compile(r"«[^»]*»|`[^`]*`|“[^”]*”|<[^>]*>|\"[^\"]*\"|\([^)]*\)")
_WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+){3,}")
_RUSSIAN = re.compile("[А-Яа-яЁё]{3,}")


def is_russian(told: str) -> bool:
    """Whether it has Russian words, and no run of four English ones but in quotation marks."""
    plain = _QUOTED.sub("", told)
    return bool(_RUSSIAN.search(plain)) and not _WORDS.search(plain)

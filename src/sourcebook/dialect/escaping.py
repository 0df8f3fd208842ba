"""Words that must not be taken for marks: escaped where they could be, in the light way first."""

import re
from collections.abc import Callable

Escape = Callable[[str, bool], str]
"""Escapes a text; whether it begins a line decides about marks of blocks."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LIGHT = re.compile(
    r"\\|`|\*|(?<![^\W_])_|_(?![^\W_])|\[(?=\^)|<(?=[A-Za-z/!?])|&(?=#|[A-Za-z][A-Za-z0-9]*;)|!(?=\[)"
)
_LINE = re.compile(r"(?:^|(?<=\n))(?:[#>+=|:~-]|(\d{1,9})[.)](?=\s|$))")
_LABEL = re.compile(r"[\[\]]")


def light(text: str, begins: bool) -> str:
    """What stands out in hardly any prose; whether it is enough is seen by reading it again."""
    escaped = _LIGHT.sub(r"\\\g<0>", text)
    return _LINE.sub(_at_line, escaped) if begins else _LINE.sub(_at_later_line, escaped)


def heavy(text: str, begins: bool) -> str:
    """Every mark that there is."""
    return _PUNCTUATION.sub(r"\\\1", text)


def label(escape: Escape) -> Escape:
    """The same within brackets, which must not end early."""

    def escaped(text: str, begins: bool) -> str:
        made = escape(text, begins)
        return made if escape is heavy else _LABEL.sub(r"\\\g<0>", made)

    return escaped


def _at_line(match: re.Match[str]) -> str:
    if match[1]:
        return f"{match[1]}\\{match[0][len(match[1]) :]}"
    return f"\\{match[0]}"


def _at_later_line(match: re.Match[str]) -> str:
    return match[0] if match.start() == 0 else _at_line(match)

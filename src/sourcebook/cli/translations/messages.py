"""The messages of an app, as they stand in its code and templates."""

import re
from ast import literal_eval
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.extract import extract_python

KEYWORDS = (
    "_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy",
    "Sentence", "Counted",
)  # fmt: skip


_QUOTED = r"u?'(?:[^'\\\\]|\\\\.)*'|u?\"(?:[^\"\\\\]|\\\\.)*\""
_STRING = re.compile(_QUOTED, re.DOTALL)
_CALL = re.compile(rf"\b([np]?gettext|_)\(((?:\s*(?:{_QUOTED})\s*,?)+)", re.DOTALL)


class Message(NamedTuple):
    """One message: its words (or singular and plural), its context, the file it stands in."""

    words: str | tuple[str, str]
    context: str
    file: str


def messages_of(folder: Path) -> Iterator[Message]:
    """Every message of the app in a folder; Django need not be set up."""
    for path in sorted(folder.rglob("*")):
        file = path.relative_to(folder).as_posix()
        if path.suffix == ".py" and "migrations" not in path.parts:
            yield from _of_code(path, file)
        elif path.suffix == ".html" and "templates" in path.parts:
            yield from _of_template(path, file)


def _of_code(path: Path, file: str) -> Iterator[Message]:
    found = extract_python(BytesIO(path.read_bytes()), dict.fromkeys(KEYWORDS), [], {"encoding": "utf-8"})
    for _line, function, words, _comments in found:
        yield from _message(str(function), [words] if isinstance(words, str) else list(words or ()), file)


def _of_template(path: Path, file: str) -> Iterator[Message]:
    """Django itself turns a template into calls of gettext among other text, for its makemessages."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for call in _CALL.finditer(calls):
        strings = [literal_eval(text.removeprefix("u")) for text in _STRING.findall(call[2])]
        yield from _message(call[1], strings, file)


def _message(function: str, words: list[Any], file: str) -> Iterator[Message]:
    wanted = 2 if function[0] in "npC" else 1
    if len(words) < wanted or not all(isinstance(part, str) and part for part in words[:wanted]):
        return
    if function.startswith(("n", "C")):
        yield Message((words[0], words[1]), "", file)
    elif function.startswith("p"):
        yield Message(words[1], words[0], file)
    else:
        yield Message(words[0], "", file)

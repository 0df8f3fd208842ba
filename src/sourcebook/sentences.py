"""Sentences for people, from code that knows no interface: in English, or in the language of whoever listens."""

import json
from collections.abc import Callable

Gettext = Callable[[str], str]
Ngettext = Callable[[str, str, int], str]


def _of_number(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


_told: Gettext = str
_counted: Ngettext = _of_number


def tell_through(gettext: Gettext, ngettext: Ngettext) -> None:
    """From now on sentences are looked up so, each time one is told; the desk has its catalogues for it."""
    global _told, _counted
    _told, _counted = gettext, ngettext


class Sentence:
    """A sentence whose gaps stand in braces, with what fills them; `str` tells it in the language of the moment.

    The sentence is written out where it is made, since catalogues are extracted from there:
    `Sentence("“{text}” is no day.", text=text)`. An error that is given one tells it in the same way.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return _told(self.template).format(**self.values)

    def __repr__(self) -> str:
        return repr(str(self))

    def packed(self) -> str:
        """As text that can be kept, and told later in another language: see `unpacked`."""
        return json.dumps([*self._message(), {name: str(value) for name, value in self.values.items()}])

    def _message(self) -> tuple[object, ...]:
        return (self.template,)


class Counted(Sentence):
    """A sentence that depends on a number, which fills its gap `{number}`: for one thing and for many, in English."""

    def __init__(self, one: str, many: str, number: int, /, **values: object) -> None:
        super().__init__(one, number=number, **values)
        self.many = many
        self.number = number

    def __str__(self) -> str:
        return _counted(self.template, self.many, self.number).format(**self.values)

    def _message(self) -> tuple[object, ...]:
        return self.template, self.many, self.number


def unpacked(text: str) -> Sentence:
    """The sentence that was packed; words that were kept as they are stay so."""
    if not text.startswith('["'):
        return Sentence("{words}", words=text)
    *message, values = json.loads(text)
    values.pop("number", None)
    return Counted(*message, **values) if len(message) > 1 else Sentence(*message, **values)

"""The kinds of things that an archive publishes, their names and the folders of their addresses."""

from typing import Literal, get_args

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import unknown

Kind = Literal[
    "archive", "year", "theme", "subject", "source", "person", "organisation", "place", "event", "term"
]

KINDS: tuple[Kind, ...] = get_args(Kind)

# kind: folder, English (one, many), Russian (one, many)
_TABLE: dict[Kind, tuple[str, tuple[str, str], tuple[str, str]]] = {
    "archive": ("", ("archive", "archives"), ("архив", "архивы")),
    "year": ("", ("year", "years"), ("год", "годы")),
    "theme": ("themes", ("theme", "themes"), ("тема", "темы")),
    "subject": ("", ("subject", "subjects"), ("сюжет", "сюжеты")),
    "source": ("sources", ("source", "sources"), ("источник", "источники")),
    "person": ("people", ("person", "people"), ("персоналия", "персоналии")),
    "organisation": ("organisations", ("organisation", "organisations"), ("организация", "организации")),
    "place": ("places", ("place", "places"), ("место", "места")),
    "event": ("events", ("event", "events"), ("событие", "события")),
    "term": ("glossary", ("term", "glossary"), ("термин", "глоссарий")),
}


def label(kind: Kind, language: str, plural: bool = False) -> str:
    """The kind's name in Russian ("ru…") or else in English, in lower case; many terms are a glossary."""
    _, english, russian = _row(kind)
    return (russian if language.startswith("ru") else english)[plural]


def folder(kind: Kind) -> str:
    """The folder of the kind's addresses; "" for what stands at the root: archive, years, and subjects below years."""
    return _row(kind)[0]


def _row(kind: Kind) -> tuple[str, tuple[str, str], tuple[str, str]]:
    if kind not in _TABLE:
        raise unknown(Sentence("“{code}” is no known kind; did you mean {near}?"), kind, KINDS)
    return _TABLE[kind]

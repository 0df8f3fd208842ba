"""Labels of codes in the interface's language; a code that the vocabulary does not know is shown as it stands."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from sourcebook.vocabulary import kinds, media, versions
from sourcebook.vocabulary.languages import language_name
from sourcebook.vocabulary.provenance import CERTAINTY, PROVENANCE
from sourcebook.vocabulary.relations import relation_label
from sourcebook.vocabulary.rights import read_rights
from sourcebook.vocabulary.roles import ROLES, role_label


class RightsLabel(NamedTuple):
    """A rights statement in words; `link` is empty where it is no address."""

    text: str
    short: str
    link: str


def _known(label: Callable[..., str], code: str, *rest: object) -> str:
    try:
        return label(code, *rest)
    except ValueError:
        return code.replace("_", " ").replace("-", " ")


@lru_cache(512)
def role(code: str, language: str) -> str:
    return _known(role_label, code, language)


@lru_cache(512)
def deed(code: str, within: str) -> str:
    """What an agent is to a source, within a line: a role of its byline, or a part in its provenance."""
    label = role(code, within) if code in ROLES else provenance(code, within)
    return label[:1].lower() + label[1:]


@lru_cache(512)
def relation(code: str, language: str, inverse: bool = False) -> str:
    return _known(relation_label, code, language, inverse)


@lru_cache(512)
def tongue(tag: str, within: str) -> str:
    """The name of a language, as a sentence says it."""
    return _known(language_name, tag, within)


def language(tag: str, within: str) -> str:
    """The name of a language, as a heading says it."""
    name = tongue(tag, within)
    return name[:1].upper() + name[1:]


@lru_cache(64)
def version(kind: str, within: str) -> str:
    return _known(versions.label, kind, within)


@lru_cache(64)
def medium(code: str, within: str, plural: bool = False) -> str:
    return _known(media.label, code, within, plural)


@lru_cache(64)
def kind(code: str, within: str) -> str:
    return _known(kinds.label, code, within)


@lru_cache(64)
def provenance(code: str, within: str) -> str:
    labels = PROVENANCE.get(code, {})
    return labels.get(_table(within), code.replace("_", " "))


@lru_cache(64)
def certainty(code: str, within: str) -> str:
    labels = CERTAINTY.get(code, {})
    return labels.get(_table(within), code)


@lru_cache(256)
def rights(statement: str, within: str) -> RightsLabel:
    """What a rights statement says, where it is understood; else the statement itself."""
    try:
        found = read_rights(statement)
    except ValueError:
        return RightsLabel(statement, statement, statement if statement.startswith("https://") else "")
    return RightsLabel(found.russian if within.startswith("ru") else found.english, found.short, found.uri)


def _table(within: str) -> str:
    return "ru" if within.startswith("ru") else "en"

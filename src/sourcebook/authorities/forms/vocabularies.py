"""The vocabularies as lists to choose from, in the language of the editor."""

from collections.abc import Iterable

from django.utils.translation import get_language

from sourcebook.vocabulary.provenance import PROVENANCE
from sourcebook.vocabulary.relations import RELATIONS
from sourcebook.vocabulary.rights import RIGHTS
from sourcebook.vocabulary.roles import ROLES, role_label


def _language() -> str:
    return get_language() or "en"


def roles() -> Iterable[tuple[str, str]]:
    return sorted(((code, role_label(code, _language())) for code in ROLES), key=lambda pair: pair[1])


def relation_types() -> Iterable[tuple[str, str]]:
    russian = _language().startswith("ru")
    pairs = ((code, one.russian if russian else one.english) for code, one in RELATIONS.items())
    return sorted(pairs, key=lambda pair: pair[1])


def rights_statements() -> Iterable[tuple[str, str]]:
    return [(uri, f"{one.short} — {one.label(_language())}") for uri, one in RIGHTS.items()]


def provenance_types() -> Iterable[tuple[str, str]]:
    language = "ru" if _language().startswith("ru") else "en"
    return [(code, labels[language]) for code, labels in PROVENANCE.items()]

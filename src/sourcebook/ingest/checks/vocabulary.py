"""Words with fixed meaning: languages, roles, relation types, provenance."""

from collections.abc import Iterator
from difflib import get_close_matches

from django.utils.translation import gettext

from sourcebook.ingest.checks.walking import parts_of
from sourcebook.record import Contribution, ProvenanceEvent, Record, Relation, kind_of
from sourcebook.vocabulary.errors import VocabularyError
from sourcebook.vocabulary.languages import check_language
from sourcebook.vocabulary.provenance import PROVENANCE
from sourcebook.vocabulary.relations import joins
from sourcebook.vocabulary.roles import role_label

Complaint = tuple[str, str]
"""A sentence, and the words in the file that it is about."""


def foreign_words(record: Record) -> Iterator[Complaint]:
    """What of a record's fixed words is not in the vocabulary."""
    for part in parts_of(record):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if isinstance(value, dict) or name == "languages":
                yield from _languages(value)
            elif name == "language" and value:
                yield from _languages([value])
        if isinstance(part, Contribution):
            yield from _role(part)
        elif isinstance(part, Relation):
            yield from _relation(part, record.kind)
        elif isinstance(part, ProvenanceEvent) and part.type not in PROVENANCE:
            near = get_close_matches(part.type, PROVENANCE, n=3, cutoff=0.4) or list(PROVENANCE)
            sentence = gettext("“%(type)s” is no kind of provenance; did you mean %(near)s?")
            yield sentence % {"type": part.type, "near": ", ".join(near)}, part.type


def _languages(tags: object) -> Iterator[Complaint]:
    for tag in tags if isinstance(tags, dict | list | tuple) else ():
        try:
            canonical = check_language(tag)
        except VocabularyError as error:
            yield str(error), tag
        else:
            if canonical != tag:
                yield (
                    gettext("The language “%(tag)s” is written %(canonical)s.")
                    % {"tag": tag, "canonical": canonical},
                    tag,
                )


def _role(contribution: Contribution) -> Iterator[Complaint]:
    try:
        role_label(contribution.role, "en")
    except VocabularyError as error:
        yield str(error), contribution.role
    if not contribution.agent and not contribution.credited_as.strip():
        yield (
            gettext("A contribution (%(role)s) names nobody: give its agent or credited_as.")
            % {"role": contribution.role},
            contribution.role,
        )


def _relation(relation: Relation, kind: str) -> Iterator[Complaint]:
    try:
        fits = joins(relation.type, kind, kind_of(relation.to))
    except VocabularyError as error:
        yield str(error), relation.type
        return
    if not fits:
        yield (
            gettext("%(type)s cannot lead from a %(kind)s to %(to)s.")
            % {"type": relation.type, "kind": kind, "to": relation.to},
            relation.to,
        )

"""Records onto the desk, all or none."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from django.db import IntegrityError, transaction

from sourcebook.authorities.models import AUTHORITIES
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.restore.authorities import write_authorities
from sourcebook.publishing.restore.desk_keys import DeskKeys, batches
from sourcebook.publishing.restore.errors import RestoreError
from sourcebook.publishing.restore.pages import write_editors, write_home, write_themes, write_years
from sourcebook.publishing.restore.sources import write_sources
from sourcebook.publishing.restore.subjects import write_subjects
from sourcebook.publishing.state.marking import mark_written
from sourcebook.publishing.uses.keeping import forget_settled, identifiers_of, keep
from sourcebook.publishing.waiting import mark_waiting
from sourcebook.record import Record
from sourcebook.sentences import Sentence


def restore_all(records: Iterable[Record]) -> None:
    """Create or update the rows of these records, in one transaction; they wait to be published then.

    A row is found by the record's identifier or else its slug. A RestoreError where two records have one address or
    identifier, or a field names what is not there.
    """
    given: dict[str, Record] = {}
    for record in records:
        if record.reference in given:
            raise RestoreError(
                Sentence(
                    "{reference} is there twice: give one of them another slug.", reference=record.reference
                )
            )
        given[record.reference] = record
    of_kind: dict[str, list[Any]] = defaultdict(list)
    for record in given.values():
        of_kind[record.kind].append(record)
    _check_addresses(of_kind)
    try:
        with transaction.atomic():
            _write(of_kind)
            _check_former_slugs(of_kind)
            mark_waiting(given)
            mark_written(given)
            _index(given.values())
    except IntegrityError as error:
        raise RestoreError(
            Sentence(
                "The records contradict each other or the desk: {error}. Nothing was written.", error=error
            )
        ) from error


def _index(records: Iterable[Record]) -> None:
    """Where things are used; a record's own identifier may have been given just now."""
    given = identifiers_of(record.reference for record in records)
    keep(msgspec.structs.replace(record, id=given[record.reference]) for record in records)
    forget_settled(given.values())


def _write(of_kind: dict[str, list[Any]]) -> None:
    """In the order in which things point to each other."""
    keys = DeskKeys()
    keys.check(record for records in of_kind.values() for record in records)
    write_home(of_kind["archive"], keys)
    write_authorities([record for kind in AUTHORITIES for record in of_kind[kind]], keys)
    write_editors(of_kind["archive"], keys)
    write_years(of_kind["year"], keys)
    write_themes(of_kind["theme"], keys)
    write_sources(of_kind["source"], keys)
    write_subjects(of_kind["subject"], keys)


def _check_addresses(of_kind: dict[str, list[Any]]) -> None:
    """No legacy address leads to two things, no former slug is another's."""
    paths: dict[str, str] = {}
    for records in of_kind.values():
        slugs = {record.slug: record.reference for record in records}
        for record in records:
            for path in record.legacy_addresses:
                if paths.setdefault(path, record.reference) != record.reference:
                    raise RestoreError(
                        Sentence(
                            "{one} and {other} have the same legacy address {path}: take it out of one of them.",
                            one=paths[path],
                            other=record.reference,
                            path=path,
                        )
                    )
            for slug in record.former_slugs:
                if slugs.setdefault(slug, record.reference) != record.reference:
                    raise RestoreError(
                        Sentence(
                            "The former slug “{slug}” of {one} is an address of {other}: take it out of one of them.",
                            slug=slug,
                            one=record.reference,
                            other=slugs[slug],
                        )
                    )


def _check_former_slugs(of_kind: dict[str, list[Any]]) -> None:
    """No slug of a record was another thing's on the desk, nor the other way round."""
    for kind, records in of_kind.items():
        things = MODELS[kind]._default_manager
        for batch in batches(slug for record in records for slug in (record.slug, *record.former_slugs)):
            former = things.filter(former_slugs__slug__in=batch).values_list("former_slugs__slug", "pk")
            if kind in AUTHORITIES:
                former = former.filter(former_slugs__kind=kind)
            had = dict(former)
            for slug, pk in things.filter(slug__in=[*had]).values_list("slug", "pk"):
                if had[slug] != pk:
                    raise RestoreError(
                        Sentence(
                            "The address of {reference} was another’s before: choose another slug.",
                            reference=f"{kind}:{slug}",
                        )
                    )

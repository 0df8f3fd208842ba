"""The index of uses, written in the transaction that writes what points."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sourcebook.publishing.models import Use
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.uses.finding import uses
from sourcebook.record import Record, kind_of, slug_of
from sourcebook.subjects.models import SubjectPage, YearPage

BATCH = 500


def _batches(values: Iterable[str]) -> Iterable[list[str]]:
    listed = list(values)
    return (listed[start : start + BATCH] for start in range(0, len(listed), BATCH))


def identifiers_of(references: Iterable[str]) -> dict[str, str]:
    """By reference, of those that are on the desk: one question for each kind and batch."""
    slugs: dict[str, set[str]] = defaultdict(set)
    for reference in references:
        if kind_of(reference) in MODELS:
            slugs[kind_of(reference)].add(slug_of(reference))
    found: dict[str, str] = {}
    for kind, wanted in slugs.items():
        for batch in _batches(sorted(wanted)):
            rows = MODELS[kind]._default_manager.filter(slug__in=batch).order_by()
            found.update((f"{kind}:{slug}", given) for slug, given in rows.values_list("slug", "identifier"))
    return found


def forget(users: Iterable[str], *, draft: bool | None = None) -> None:
    """Drop what these are known to point to, in their rows, their drafts or both."""
    for batch in _batches(users):
        known = Use.objects.filter(user__in=batch)
        (known if draft is None else known.filter(draft=draft)).delete()


def forget_settled(users: Iterable[str]) -> None:
    """Drop what drafts pointed to that are no more, because their rows were written over."""
    for batch in _batches(users):
        drafts = dict(Use.objects.filter(user__in=batch, draft=True).values_list("user", "user_kind"))
        for kind in set(drafts.values()):
            rows = MODELS[kind]._default_manager.filter(
                identifier__in=[*drafts], has_unpublished_changes=False
            )
            forget(rows.values_list("identifier", flat=True), draft=True)


def keep(records: Iterable[Record], *, draft: bool = False) -> None:
    """What these records point to, in place of what was known of them; they have their identifiers."""
    pointing = [(record, uses(record)) for record in records]
    known = identifiers_of({one.target for _, found in pointing for one in found})
    forget((record.id for record, _ in pointing), draft=draft)
    Use.objects.bulk_create(
        (
            Use(
                user=record.id,
                user_kind=record.kind,
                draft=draft,
                target=known.get(one.target, one.target)[:140],
                field=one.field[:100],
                manner=one.manner,
                fragment=one.fragment[:300],
            )
            for record, found in pointing
            for one in found
        ),
        batch_size=BATCH,
    )


def keep_all() -> None:
    """The whole index anew, drafts included, as after an update from a release that had none."""
    from sourcebook.publishing.gather import gather_all, gather_object

    Use.objects.all().delete()
    batch: list[Record] = []
    for record in gather_all():
        batch.append(record)
        if len(batch) == BATCH:
            keep(batch)
            batch.clear()
    keep(batch)
    for model in MODELS.values():
        for row in model._default_manager.filter(has_unpublished_changes=True).iterator(chunk_size=50):
            if row.latest_revision_id:
                keep([gather_object(row.get_latest_revision_as_object())], draft=True)


def references_of(found: Iterable[Use]) -> list[str]:
    """The references of the things that point, as far as they are there."""
    users: dict[str, set[str]] = defaultdict(set)
    for use in found:
        users[use.user_kind].add(use.user)
    references: list[str] = []
    for kind, identifiers in users.items():
        rows = MODELS[kind]._default_manager.filter(identifier__in=identifiers).order_by("slug")
        references += [f"{kind}:{slug}" for slug in rows.values_list("slug", flat=True)]
    return references


def known_as(thing: Any) -> list[str]:
    """All that a thing may be pointed to as: its identifier, its reference and its former ones."""
    former = thing.former_slugs.values_list("slug", flat=True)
    kind = thing.KIND or thing.kind
    return [thing.identifier, f"{kind}:{thing.slug}", *(f"{kind}:{slug}" for slug in former)]


def uses_of(thing: Any) -> Any:
    """The query set of what points to a thing, itself excepted."""
    return Use.objects.filter(target__in=known_as(thing)).exclude(user=thing.identifier).order_by("id")


def users_by_target(identifiers: Iterable[str]) -> dict[str, set[str]]:
    """Identifiers of what points to each of these, itself excepted; a subject points to the year above it."""
    wanted = list(identifiers)
    found: dict[str, set[str]] = defaultdict(set)
    for target, user in Use.objects.filter(target__in=wanted).values_list("target", "user"):
        if user != target:
            found[target].add(user)
    for year, path in YearPage.objects.filter(identifier__in=wanted).values_list("identifier", "path"):
        found[year].update(
            SubjectPage.objects.filter(path__startswith=path).values_list("identifier", flat=True)
        )
    return found

"""What stands on the desk where a record wants to arrive."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from sourcebook.publishing.gather import gather, gather_these, is_on_desk
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.restore.desk_keys import batches
from sourcebook.record import Record


def standing(records: Iterable[Record]) -> dict[str, Record]:
    """By the reference that arrives, what the desk has with its identifier, else its slug, else its former slug."""
    of_kind: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        of_kind[record.kind].append(record)
    there: dict[str, str] = {}
    for kind, arriving in of_kind.items():
        slugs = _slugs_on_desk(kind, arriving)
        there.update(
            (record.reference, f"{kind}:{slugs[record.slug]}") for record in arriving if record.slug in slugs
        )
    gathered = {record.reference: record for record in gather_these(there.values())}
    return {arriving: gathered[reference] for arriving, reference in there.items()}


def on_desk() -> Callable[[str], Record | None]:
    """Asks the desk for one record at a time, each once."""

    @cache
    def known(reference: str) -> Record | None:
        return gather(reference) if is_on_desk(reference) else None

    return known


def _slugs_on_desk(kind: str, arriving: list[Record]) -> dict[str, str]:
    """The desk's slug by the arriving one."""
    rows = MODELS[kind]._default_manager.order_by()
    found: dict[str, str] = {}
    for batch in batches(record.slug for record in arriving):
        former = rows.filter(former_slugs__slug__in=batch).values_list("former_slugs__slug", "slug")
        found.update((was, slug) for was, slug in former if was in batch)
        found.update((slug, slug) for slug in rows.filter(slug__in=batch).values_list("slug", flat=True))
    identified = {record.id: record.slug for record in arriving if record.id}
    for batch in batches(identified):
        for identifier, slug in rows.filter(identifier__in=batch).values_list("identifier", "slug"):
            found[identified[identifier]] = slug
    return found

"""Gathering in batches: the number of queries depends on the kinds and the batches, never on the things in them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import Model

from sourcebook.publishing.gather import authorities, sources, subjects
from sourcebook.publishing.gather.errors import NotOnDesk
from sourcebook.publishing.gather.parts import load_rows, rows
from sourcebook.publishing.gather.referents import Referents
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.record import Record, kind_of, slug_of

BATCH = 500

_GATHERERS: dict[str, Callable[[Any, Referents], Record]] = {
    **subjects.GATHERERS, "source": sources.source, **authorities.GATHERERS,
}  # fmt: skip
_RELATIONS: dict[str, tuple[str, ...]] = {
    **subjects.RELATIONS, "source": sources.RELATIONS, **dict.fromkeys(authorities.GATHERERS, authorities.RELATIONS),
}  # fmt: skip


def _with_rows(kind: str, owner: Any) -> Iterator[Model]:
    """A thing and all rows that belong to it."""
    yield owner
    for path in _RELATIONS[kind]:
        name, _, below = path.partition("__")
        for row in rows(owner, name):
            if below:
                yield from rows(row, below)
            else:
                yield row


def _gather_batch(kind: str, owners: list[Any], to: Referents) -> list[Record]:
    to.learn(row for owner in owners for row in _with_rows(kind, owner))
    gatherer = _GATHERERS[kind]
    return [gatherer(owner, to) for owner in owners]


def _batches(values: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    remaining = iter(values)
    while batch := list(islice(remaining, size)):
        yield batch


def gather_object(instance: Any) -> Record:
    """The record of a row, or of what a revision holds; its rows are read from either."""
    return _gather_batch(instance.KIND, [instance], Referents())[0]


def gather(reference: str) -> Record:
    """The record of the row on the desk; `NotOnDesk` where there is none."""
    return next(gather_these([reference]))


def gather_these(references: Iterable[str]) -> Iterator[Record]:
    """Records by kind, in the order asked within a kind; `NotOnDesk` for the first that is not there."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for reference in dict.fromkeys(references):
        if kind_of(reference) not in MODELS:
            raise NotOnDesk(reference)
        wanted[kind_of(reference)].append(slug_of(reference))
    to = Referents()
    for kind, slugs in wanted.items():
        things = MODELS[kind]._default_manager
        for batch in _batches(slugs):
            found = {owner.slug: owner for owner in things.filter(slug__in=batch)}
            load_rows([*found.values()], _RELATIONS[kind])
            for slug in batch:
                if slug not in found:
                    raise NotOnDesk(f"{kind}:{slug}")
            yield from _gather_batch(kind, [found[slug] for slug in batch], to)


def gather_all(kinds: Iterable[str] | None = None) -> Iterator[Record]:
    """All there is on the desk, or all of some kinds, by kind and slug."""
    to = Referents()
    for kind in MODELS if kinds is None else kinds:
        things = MODELS[kind]._default_manager.order_by("slug")
        for batch in _batches(things.iterator(chunk_size=BATCH)):
            load_rows(batch, _RELATIONS[kind])
            yield from _gather_batch(kind, batch, to)

"""Primary keys of the desk's rows by reference: of those that are there, and of those that are being written."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.restore.errors import RestoreError
from sourcebook.publishing.restore.referring import pointers
from sourcebook.record import Record, kind_of, slug_of

BATCH = 500


def batches(values: Iterable[Any]) -> Iterable[list[Any]]:
    """Lists of at most `BATCH`, which every database takes as the values of one query."""
    listed = list(values)
    return (listed[start : start + BATCH] for start in range(0, len(listed), BATCH))


class DeskKeys:
    """What a reference is in the database."""

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}

    def __getitem__(self, reference: str) -> int:
        return self._keys[reference]

    def get(self, reference: str) -> int | None:
        """The key of a reference that may be left open."""
        return self._keys[reference] if reference else None

    def add(self, reference: str, key: int) -> None:
        self._keys[reference] = key

    def look_up(self, references: Iterable[str]) -> None:
        """Learn those that are on the desk already."""
        slugs: dict[str, set[str]] = defaultdict(set)
        for reference in references:
            slugs[kind_of(reference)].add(slug_of(reference))
        for kind, wanted in slugs.items():
            for batch in batches(wanted):
                rows = MODELS[kind]._default_manager.filter(slug__in=batch).order_by()
                self._keys.update((f"{kind}:{slug}", key) for slug, key in rows.values_list("slug", "pk"))

    def check(self, records: Iterable[Record]) -> None:
        """A RestoreError where a field names what is neither on the desk nor among the "
        "records, or of a wrong kind."""
        coming = {record.reference: record for record in records}
        asked = [(record, pointer) for record in coming.values() for pointer in pointers(record)]
        for record, pointer in asked:
            if kind_of(pointer.to) not in pointer.kinds:
                raise RestoreError(
                    gettext(
                        "%(reference)s names %(to)s under “%(field)s”, where only %(join)s can stand: write "
                        "another reference there."
                    )
                    % {
                        "reference": record.reference,
                        "to": pointer.to,
                        "field": pointer.field,
                        "join": ", ".join(pointer.kinds),
                    }
                )
        self.look_up(pointer.to for _, pointer in asked if pointer.to not in coming)
        for record, pointer in asked:
            if pointer.to not in coming and pointer.to not in self._keys:
                raise RestoreError(
                    gettext(
                        "%(reference)s names %(to)s under “%(field)s”, and there is no %(to)s: import it too, "
                        "or take the reference out."
                    )
                    % {"reference": record.reference, "to": pointer.to, "field": pointer.field}
                )

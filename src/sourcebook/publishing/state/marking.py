"""What is to be looked at again; to be called in the transaction that changed it."""

from collections.abc import Iterable

from sourcebook.publishing.models import ToCheck
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.uses.keeping import identifiers_of, references_of
from sourcebook.publishing.uses.models import Use

BATCH = 500


def mark_written(references: Iterable[str]) -> None:
    """The rows or drafts of these were written."""
    ToCheck.objects.bulk_create(
        [ToCheck(reference=reference) for reference in dict.fromkeys(references)],
        update_conflicts=True,
        unique_fields=["reference"],
        update_fields=["marked_at"],
        batch_size=BATCH,
    )


def mark_published(references: Iterable[str]) -> None:
    """These were published or withdrawn: what points to them may have more or fewer faults by that."""
    written = list(dict.fromkeys(references))
    mark_written(written)
    names = [*identifiers_of(written).values(), *written]
    for start in range(0, len(names), BATCH):
        pointing = Use.objects.filter(target__in=names[start : start + BATCH])
        mark_written(references_of(pointing.only("user", "user_kind")))


def mark_all() -> None:
    """The whole archive, as after a release with other rules."""
    for kind, model in MODELS.items():
        slugs = model._default_manager.order_by().values_list("slug", flat=True)
        mark_written(f"{kind}:{slug}" for slug in slugs.iterator(chunk_size=5000))

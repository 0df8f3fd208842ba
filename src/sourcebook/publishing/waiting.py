"""What waits to be published: rows of the desk written since their last publication."""

from collections.abc import Iterable

from sourcebook.publishing.models import Waiting


def mark_waiting(references: Iterable[str]) -> None:
    """To be called in the transaction that writes the rows."""
    Waiting.objects.bulk_create(
        [Waiting(reference=reference) for reference in references], ignore_conflicts=True
    )


def waiting() -> list[str]:
    return list(Waiting.objects.order_by("id").values_list("reference", flat=True))


def no_longer_waiting(references: Iterable[str]) -> None:
    wanted = list(references)
    for start in range(0, len(wanted), 500):
        Waiting.objects.filter(reference__in=wanted[start : start + 500]).delete()

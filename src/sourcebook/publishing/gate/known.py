from typing import Any

from django.db.models import QuerySet

from sourcebook.publishing.models import CheckedRecord


def keys_with_faults(kind: str) -> QuerySet[Any]:
    """Keys of the things of a kind that had faults, which keep them from being published, when last looked at."""
    return CheckedRecord.objects.filter(kind=kind, blocks__gt=0).order_by().values_list("key", flat=True)

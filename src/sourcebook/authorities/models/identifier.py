from collections.abc import Iterable

from django.db import models

from sourcebook.authorities.choices import choices, one_of
from sourcebook.record.reference import RecordKind


class Identifier(models.Model):
    """Every identifier that was ever given, so that none is given twice, not even after a deletion."""

    value = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=20, choices=choices(RecordKind))

    class Meta:
        constraints = [one_of(RecordKind, "kind")]

    def __str__(self) -> str:
        return self.value

    @classmethod
    def taken(cls, values: Iterable[str]) -> set[str]:
        found: set[str] = set()
        wanted = list(values)
        for start in range(0, len(wanted), 500):
            found.update(
                cls.objects.filter(value__in=wanted[start : start + 500]).values_list("value", flat=True)
            )
        return found

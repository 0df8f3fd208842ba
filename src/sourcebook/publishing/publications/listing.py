"""The lines of the log that are about one thing."""

from typing import Any

from django.db.models import QuerySet
from msgspec import Struct

from sourcebook.publishing.models import Exemption, Publication


def publications_of(thing: Any) -> QuerySet[Publication]:
    """The latest first, without their records."""
    lines = Publication.objects.filter(identifier=thing.identifier).order_by("-id")
    return lines.select_related("by").defer("record")


class Line(Struct):
    """A line of the log as people see it."""

    publication: Publication
    latest: bool
    before: int | None
    """The number of the publication before it."""
    despite: str
    """Why it was published despite faults."""


def lines_of(thing: Any, first: int = 0, number: int = 20) -> list[Line]:
    """`number` lines, from the one that many before it are later than."""
    found = list(publications_of(thing)[first : first + number + 1])
    reasons = dict(
        Exemption.objects.filter(identifier=thing.identifier).order_by("pk").values_list("digest", "reason")
    )
    return [
        Line(
            publication=line,
            latest=first + place == 0,
            before=next((other.pk for other in found[place + 1 :] if other.digest), None),
            despite=reasons.get(line.digest, ""),
        )
        for place, line in enumerate(found[:number])
    ]

"""How many of all chosen sources a change would change: counted piece by piece, while the preview is read."""

from time import monotonic
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from msgspec import Struct

from sourcebook.publishing.bulk.changes import CHANGES
from sourcebook.publishing.bulk.choosing import reasons
from sourcebook.publishing.bulk.doing import BATCH, current_records

SECONDS = 0.4
"""For which one request counts; the next goes on where it stopped."""


class Tally(Struct):
    """What was counted so far, and the key of the last source that was."""

    changed: int = 0
    same: int = 0
    left: int = 0
    after: int = 0
    over: bool = False

    @property
    def counted(self) -> int:
        return self.changed + self.same + self.left

    def sentence(self, total: int) -> str:
        """For people: so far, or in all."""
        figures = {
            "changed": intcomma(self.changed),
            "same": intcomma(self.same),
            "left": intcomma(self.left),
            "counted": intcomma(self.counted),
            "total": intcomma(max(total, self.counted)),
        }
        if self.over:
            return (
                _("It changes %(changed)s of %(total)s; so already: %(same)s, left out: %(left)s.") % figures
            )
        return _("Counting: %(counted)s of %(total)s looked at, of which %(changed)s change.") % figures


def count_on(
    rows: QuerySet[Any], change: str, values: dict[str, str], tally: Tally, seconds: float = SECONDS
) -> None:
    """Count on for about so long, a batch in memory at a time."""
    until = monotonic() + seconds
    while not tally.over:
        batch = list(rows.filter(pk__gt=tally.after).order_by("pk")[:BATCH])
        refused = reasons(batch)
        before = current_records(row for row in batch if row.pk not in refused)
        changed = sum(record != CHANGES[change].apply(record, values) for record in before.values())
        tally.changed += changed
        tally.same += len(before) - changed
        tally.left += len(refused)
        tally.after = batch[-1].pk if batch else tally.after
        tally.over = len(batch) < BATCH
        if monotonic() >= until:
            return

"""The changing and its undoing, as background work: a hundred sources in one transaction, each batch safe to repeat."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogContext, log

from sourcebook.publishing.actions import ask_to_publish
from sourcebook.publishing.background import Journal, kind_of_work
from sourcebook.publishing.bulk.changes import CHANGES
from sourcebook.publishing.bulk.choosing import reasons
from sourcebook.publishing.bulk.models import ManyChanged
from sourcebook.publishing.gather import gather_object, gather_these
from sourcebook.publishing.models import Run
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Source as SourceRecord
from sourcebook.record import decode, digest, encode
from sourcebook.sources.models import Source

BATCH = 100
LISTED = 200
"""Sources that were left out and are listed with their reasons."""

STEPS = {"change": gettext_lazy("Changing sources"), "publish": gettext_lazy("Handing over to be published")}


def current_records(rows: Iterable[Any]) -> dict[int, SourceRecord]:
    """By key, what an editor sees: of what was never published its draft, else the row."""
    rows = list(rows)
    drafts = {
        row.pk: row for row in rows if not row.live and row.has_unpublished_changes and row.latest_revision_id
    }
    found = [(pk, gather_object(row.get_latest_revision_as_object())) for pk, row in drafts.items()]
    plain = {row.reference: row.pk for row in rows if row.pk not in drafts}
    found += [(plain[record.reference], record) for record in gather_these(plain)]
    return {pk: record for pk, record in found if isinstance(record, SourceRecord)}


def _batches(keys: list[Any]) -> Iterator[list[Any]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


@kind_of_work("change-many", gettext_lazy("Changing many sources"), STEPS)
def change_many(
    journal: Journal, *, change: str, values: dict[str, str], keys: list[int], publish: bool = False
) -> None:
    """Change these sources; the run keeps which were left out, and what each was before."""
    tally: Counter[str] = Counter()
    left: list[list[str]] = []
    live: list[str] = []
    with journal.step("change") as step, LogContext(user=journal.run.by):
        for batch in _batches(keys):
            with transaction.atomic():
                _change_batch(journal.run, batch, change, values, tally, left, live)
            step.tell(min(step.done + len(batch), len(keys)), len(keys))
    if publish and live:
        with journal.step("publish") as step:
            ask_to_publish(live, title=str(CHANGES[change].label), by=journal.run.by)
            step.done = len(live)
    told = _("%(changed)d changed, %(same)d as they were already, %(left)d left out.") % {
        "changed": tally["changed"],
        "same": tally["same"],
        "left": tally["left"],
    }
    where = reverse("many_changed", args=[journal.run.pk])
    journal.outcome(told, (_("See what was changed, and undo it"), where), kept={"left": left})


def _change_batch(
    run: Run,
    keys: list[int],
    change: str,
    values: dict[str, str],
    tally: Counter[str],
    left: list[list[str]],
    live: list[str],
) -> None:
    rows = list(Source.objects.filter(pk__in=keys).order_by("pk"))
    done = set(ManyChanged.objects.filter(run=run).values_list("identifier", flat=True))
    tally["changed"] += sum(row.identifier in done for row in rows)
    rows = [row for row in rows if row.identifier not in done]
    refused = reasons(rows)
    for row in rows:
        if row.pk in refused:
            tally["left"] += 1
            if len(left) < LISTED:
                left.append([str(row), refused[row.pk], row.identifier])
    ready = {row.pk: row for row in rows if row.pk not in refused}
    before = current_records(ready.values())
    after = {pk: CHANGES[change].apply(record, values) for pk, record in before.items()}
    changed = [pk for pk in before if before[pk] != after[pk]]
    tally["same"] += len(before) - len(changed)
    tally["changed"] += len(changed)
    restore_all([after[pk] for pk in changed])
    ManyChanged.objects.bulk_create(
        ManyChanged(
            run=run, identifier=before[pk].id, before=encode(before[pk]), after=digest(encode(after[pk]))
        )
        for pk in changed
    )
    for pk in changed:
        log(ready[pk], "sourcebook.change_many", data={"run": run.pk, "change": change})
        if ready[pk].live:
            live.append(ready[pk].reference)


@kind_of_work(
    "undo-many", gettext_lazy("Undoing a change of many sources"), {"undo": gettext_lazy("Undoing")}
)
def undo_many(journal: Journal, *, run: int) -> None:
    """Put back what a run changed; what somebody changed since is spared and listed."""
    changed = list(
        ManyChanged.objects.filter(run=run, undone=False).order_by("pk").values_list("pk", flat=True)
    )
    spared: list[list[str]] = []
    restored = 0
    with journal.step("undo") as step, LogContext(user=journal.run.by):
        for batch in _batches(changed):
            with transaction.atomic():
                restored += _undo_batch(run, batch, spared)
            step.tell(min(step.done + len(batch), len(changed)), len(changed))
    told = ngettext(
        "%(number)d source is as it was before.", "%(number)d sources are as they were before.", restored
    )
    sentence = told % {"number": restored}
    if spared:
        sentence += " " + _("%(number)d were changed since and stay as they are.") % {"number": len(spared)}
    where = reverse("many_changed", args=[run])
    journal.outcome(sentence, (_("See them"), where), kept={"left": spared[:LISTED]})


def _undo_batch(run: int, batch: list[int], spared: list[list[str]]) -> int:
    lines = {line.identifier: line for line in ManyChanged.objects.filter(pk__in=batch)}
    rows = {row.identifier: row for row in Source.objects.filter(identifier__in=[*lines])}
    refused = reasons(rows.values())
    now = {record.id: record for record in current_records(rows.values()).values()}
    back = []
    for identifier, line in lines.items():
        row = rows.get(identifier)
        if row is None:
            spared.append([identifier, _("It was deleted."), ""])
        elif row.pk in refused:
            spared.append([str(row), refused[row.pk], identifier])
        elif digest(encode(now[identifier])) != line.after:
            spared.append([str(row), _("Somebody changed it since."), identifier])
        else:
            back.append(identifier)
    restore_all([decode(bytes(lines[identifier].before)) for identifier in back])
    ManyChanged.objects.filter(pk__in=[lines[one].pk for one in back]).update(undone=True)
    for identifier in back:
        log(rows[identifier], "sourcebook.undo_many", data={"run": run})
    return len(back)

"""The publishing of many, as background work: a few hundred in one transaction, each batch safe to repeat."""

from itertools import islice

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogContext

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.audit.logging_many import log_many
from sourcebook.publishing.background import Journal, kind_of_work
from sourcebook.publishing.following import follow
from sourcebook.publishing.gate.passing import one_act, pass_gate
from sourcebook.publishing.gate.workflow import approve_or_publish
from sourcebook.publishing.gather.desk_state import rows_of
from sourcebook.publishing.lock import publishing_lock
from sourcebook.publishing.log import live
from sourcebook.publishing.recording import record_published
from sourcebook.publishing.together.deciding import Decision, decide
from sourcebook.record import Record

BATCH = 300
LISTED = 500
"""Things that were left out and are listed with their reasons."""

STEPS = {
    "decide": gettext_lazy("Asking the gate"),
    "record": gettext_lazy("Written into the log of publications"),
    "derive": gettext_lazy("Making access copies of files"),
    "catalogue": gettext_lazy("Filing in the catalogues"),
    "index": gettext_lazy("Taking in for search"),
    "bake": gettext_lazy("Baking pages"),
}


@kind_of_work("publish-many", gettext_lazy("Publishing many things"), STEPS)
def publish_many(journal: Journal, *, references: list[str], named_too: bool = False) -> None:
    """Publish all of these that the gate lets through together; the run keeps which were left out, and why."""
    with journal.step("decide") as step:
        # Whose account is gone may publish nothing.
        decision = decide(references, journal.run.by or AnonymousUser(), named_too=named_too)
        step.done = len(decision.records) + len(decision.left)
    published = 0
    everything = [*decision.records.values()]
    with journal.step("record") as step, LogContext(user=journal.run.by), one_act(everything):
        waiting = iter(everything)
        while batch := list(islice(waiting, BATCH)):
            with transaction.atomic():
                published += _publish_batch(batch, decision, journal)
            step.tell(step.done + len(batch), len(everything))
    with publishing_lock(current_archive().access):
        follow(journal)
    told = ngettext("%(count)d thing is published.", "%(count)d things are published.", published)
    sentence = told % {"count": published}
    if decision.left:
        sentence += " " + _("%(count)d stay as they are.") % {"count": len(decision.left)}
    not_found = journal.run.outcome
    where = reverse("published_together", args=[journal.run.pk])
    links = [(_("See which, and why"), where)] if decision.left else []
    left = [[reference, why] for reference, why in decision.left.items()]
    kept = {"left": left[:LISTED], "left_out": len(left)}
    journal.outcome(" ".join(filter(None, (sentence, not_found))), *links, kept=kept)


def _publish_batch(batch: list[Record], decision: Decision, journal: Journal) -> int:
    """Counts what readers see anew."""
    before = _digests(batch)
    plain = [record.reference for record in batch if record.reference not in decision.drafts]
    for record in batch:
        if row := decision.drafts.get(record.reference):
            approve_or_publish(row, journal.run.by)
    record_published(plain, by=journal.run.by, gate=lambda records: pass_gate(records, by=journal.run.by))
    after = _digests(batch)
    new = {identifier for identifier, digest in after.items() if before.get(identifier) != digest}
    things = [row for rows in rows_of(plain) for row in rows.select_related(None) if row.identifier in new]
    digests = {row.reference: {"record": after[row.identifier]} for row in things}
    log_many(things, "wagtail.publish", user=journal.run.by, data={}, each=digests)
    return len(new)


def _digests(batch: list[Record]) -> dict[str, str]:
    return {identifier: line.digest for identifier, line in live([one.id for one in batch]).items()}

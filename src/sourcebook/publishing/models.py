"""Who published what and when. Publications are only ever added: what is live is read from them, never from a flag."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sourcebook.publishing.bulk.models import ManyChanged
from sourcebook.publishing.gate.models import CheckedRecord, Exemption, FoundFault, ToCheck
from sourcebook.publishing.roles.deeds import Deed
from sourcebook.publishing.uses.models import Use


class Publication(models.Model):
    """One line of the log: a record was published, or withdrawn."""

    class Act(models.TextChoices):
        PUBLISHED = "published", "published"
        WITHDRAWN = "withdrawn", "withdrawn"

    act = models.CharField(max_length=9, choices=Act.choices)
    reference = models.CharField(max_length=140)
    identifier = models.CharField(max_length=64)
    record = models.BinaryField(blank=True, editable=True)
    digest = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    reason = models.TextField(blank=True)
    """Of a withdrawal, for readers."""
    note = models.TextField(blank=True)
    """Of a withdrawal, for the archive's own people."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["identifier", "-id"], name="publication_latest"),
            models.Index(fields=["reference", "-id"], name="publication_by_reference"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(act__in=["published", "withdrawn"]), name="publication_act"),
            models.CheckConstraint(
                condition=(Q(act="published") & ~Q(digest="")) | (Q(act="withdrawn") & Q(digest="")),
                name="publication_has_its_record",
            ),
            models.CheckConstraint(
                condition=~Q(identifier="") & ~Q(reference=""), name="publication_of_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.act} {self.at:%Y-%m-%d}"


class Waiting(models.Model):
    """A row of the desk written since it was last published: what `publish` looks at when told nothing else."""

    reference = models.CharField(max_length=140, unique=True)

    def __str__(self) -> str:
        return self.reference


class Run(models.Model):
    """One piece of work: what was asked for, by whom, and what came of it. Its steps are its journal entries."""

    kind = models.CharField(max_length=20, default="publish")
    title = models.CharField(max_length=250, blank=True)
    """What the work is about, in the words of whoever asked for it."""
    parameters = models.JSONField(default=dict)
    """What the work was started with, and is started with again."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    asked = models.DateTimeField(default=timezone.now)
    started = models.DateTimeField(null=True, blank=True)
    finished = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    """Why it failed, in a sentence that a curator understands."""
    outcome = models.TextField(blank=True)
    """What came of it, in a sentence."""
    links = models.JSONField(default=list)
    """Where one sees it: pairs of words and an address of the desk."""
    kept = models.JSONField(default=dict)
    """What the work keeps, for instance to be undone."""
    attempts = models.PositiveIntegerField(default=0)
    done_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """The run that did this one's work with its own, as one run of publishing does for all that wait."""

    class Meta:
        verbose_name = _("piece of work")
        verbose_name_plural = _("pieces of work")
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [
            models.Index(fields=["kind", "id"], condition=Q(finished=None), name="run_unfinished")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.title}: {self.state}".replace(" :", ":")

    @property
    def state(self) -> str:
        """waiting, running, failed or done."""
        if self.finished:
            return "failed" if self.error else "done"
        return "running" if self.started else "waiting"


class JournalEntry(models.Model):
    """One step of a run: when it began and ended, what it did of how much, why it failed."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="entries")
    step = models.CharField(max_length=20)
    started = models.DateTimeField()
    finished = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "step"], name="journal_step_once_a_run")
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.error or self.done}"


__all__ = [
    "CheckedRecord",
    "Deed",
    "Exemption",
    "FoundFault",
    "JournalEntry",
    "ManyChanged",
    "Publication",
    "Run",
    "ToCheck",
    "Use",
    "Waiting",
]

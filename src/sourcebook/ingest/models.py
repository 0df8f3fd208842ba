"""What imports left on the desk, so that the next one can tell its own work from an editor's, and can be undone."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRecord(models.Model):
    """One record as the last import of it left it."""

    reference = models.CharField(_("reference"), max_length=150, unique=True)
    arrived = models.CharField(_("digest as it arrived"), max_length=64)
    left = models.CharField(_("digest as it was left"), max_length=64)
    origin = models.CharField(_("origin"), max_length=1000, blank=True)
    at = models.DateTimeField(_("imported at"))

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")

    def __str__(self) -> str:
        return self.reference


class Accession(models.Model):
    """One lot of material that was brought in through the browser: tried first, then brought onto the desk."""

    class State(models.TextChoices):
        RECEIVED = "received", _("Received")
        TRIED = "tried", _("Tried")
        BROUGHT = "brought", _("Brought in")
        UNDONE = "undone", _("Undone")

    title = models.CharField(_("title"), max_length=250)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    received = models.DateTimeField(_("received"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    folder = models.CharField(max_length=40, blank=True)
    """The name of its folder in the inbox, until it is brought in or thrown away."""
    options = models.JSONField(default=dict)
    """How spreadsheets are read: `mapping`, `encoding`, `allow_missing`."""
    counts = models.JSONField(default=dict)
    """Lines of the latest report, by outcome."""
    brought = models.JSONField(default=dict)
    """Checksums of the `files` that were not there before it, and `until` when they came (seconds since 1970)."""
    run = models.ForeignKey("publishing.Run", null=True, blank=True, on_delete=models.SET_NULL)
    """The latest work on it."""

    class Meta:
        verbose_name = _("accession")
        verbose_name_plural = _("accessions")
        ordering: ClassVar = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.title

    @property
    def refused(self) -> bool:
        return bool(self.counts.get("refused"))


class AccessionLine(models.Model):
    """One line of an accession's report, with what undoing it needs."""

    accession = models.ForeignKey(Accession, on_delete=models.CASCADE, related_name="lines")
    outcome = models.CharField(max_length=10)
    reference = models.CharField(max_length=150, blank=True)
    message = models.TextField(blank=True)
    file = models.CharField(max_length=1000, blank=True)
    line = models.PositiveIntegerField(default=0)
    advice = models.TextField(blank=True)
    before = models.BinaryField(null=True)
    """The record as it was, where the import changed it."""
    left = models.CharField(max_length=64, blank=True)
    """The digest of the record as the import left it."""
    earlier = models.JSONField(null=True)
    """What the last import before this one had left, if there was one: `arrived`, `left`, `origin`."""
    undone = models.CharField(max_length=10, blank=True)
    """`undone`, or `spared` with the reason in `why`."""
    why = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["accession", "outcome", "id"], name="accession_line_outcome")
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.reference}".strip()

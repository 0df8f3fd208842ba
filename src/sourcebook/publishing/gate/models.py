"""What the gate keeps: faults that were found, and reasons for which records were published despite them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

REFERENCE = 140


class Exemption(models.Model):
    """That a record was published despite its faults, by whom and why. Only ever added."""

    reference = models.CharField(max_length=REFERENCE)
    identifier = models.CharField(max_length=64, db_index=True)
    digest = models.CharField(max_length=64)
    faults = models.JSONField(help_text="Those that would have kept it back.")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("exemption")
        verbose_name_plural = _("exemptions")
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="exemption_has_a_reason")
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.reason}"


class CheckedRecord(models.Model):
    """How one thing on the desk stood when it was last looked at: what the report of the archive's state reads."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        SCHEDULED = "scheduled", _("scheduled")
        LIVE = "live", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    reference = models.CharField(max_length=REFERENCE, unique=True)
    kind = models.CharField(max_length=20)
    key = models.PositiveBigIntegerField()
    title = models.CharField(max_length=500)
    state = models.CharField(max_length=9, choices=State.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    blocks = models.PositiveIntegerField(default=0)
    advice = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["kind", "state", "title"], name="checked_by_kind"),
            models.Index(fields=["state", "title"], name="checked_by_state"),
            models.Index(fields=["by", "title"], name="checked_by_person"),
            models.Index(fields=["title"], name="checked_by_title"),
            models.Index(fields=["kind", "key"], name="checked_key"),
        ]

    def __str__(self) -> str:
        return self.reference


class FoundFault(models.Model):
    """One fault of a record that was looked at."""

    record = models.ForeignKey(CheckedRecord, on_delete=models.CASCADE, related_name="faults")
    code = models.CharField(max_length=40)
    severity = models.CharField(max_length=6)
    field = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    about = models.JSONField(default=dict)
    target = models.CharField(max_length=REFERENCE, blank=True, db_index=True)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        indexes: ClassVar = [models.Index(fields=["code", "record"], name="found_by_code")]

    def __str__(self) -> str:
        return f"{self.record_id} {self.code}"


class ToCheck(models.Model):
    """What is to be looked at again: a row was written, or something that it names has changed."""

    reference = models.CharField(max_length=REFERENCE, unique=True)
    marked_at = models.DateTimeField(default=timezone.now)
    """Of the last time: whoever was looking at it meanwhile has seen something else."""

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.reference

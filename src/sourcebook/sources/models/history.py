"""Where the original is kept, and how it came there."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.fields import HistoricalDateField, LanguageMapField, MarkdownField
from sourcebook.authorities.models import place_field
from sourcebook.record.parts import Certainty


class Holding(Orderable):
    """Where the original is kept."""

    source = ParentalKey("sources.Source", on_delete=models.CASCADE, related_name="holdings")
    organisation = models.ForeignKey(
        "authorities.Organisation",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    repository = models.CharField(
        _("repository"),
        max_length=500,
        blank=True,
        help_text=_("Its name as written, where no organisation stands for it."),
    )
    collection = models.CharField(_("collection"), max_length=500, blank=True)
    call_number = models.CharField(_("call number"), max_length=500, blank=True)
    link = models.CharField(_("link"), max_length=2000, blank=True)
    note = LanguageMapField(_("note"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("holding")
        verbose_name_plural = _("holdings")

    def __str__(self) -> str:
        return f"{self.organisation or self.repository} {self.call_number}".strip()


class ProvenanceEvent(Orderable):
    """One link of the chain of custody and copying, oldest first."""

    source = ParentalKey("sources.Source", on_delete=models.CASCADE, related_name="provenance")
    type = models.CharField(
        _("what happened"),
        max_length=60,
        help_text=_("As in “created”, “copied”, “leaked”, “published”, “digitised”."),
    )
    date = HistoricalDateField(_("date"))
    agent = models.ForeignKey(
        "authorities.Authority",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("agent"),
    )
    agent_as = models.CharField(_("agent as written"), max_length=500, blank=True)
    place = place_field(_("place"))
    note = LanguageMapField(_("note"), blank=True)
    certainty = models.CharField(_("certainty"), max_length=20, choices=choices(Certainty), default="certain")
    evidence = MarkdownField(_("evidence"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("provenance event")
        verbose_name_plural = _("provenance")
        constraints = [one_of(Certainty, "certainty")]

    def __str__(self) -> str:
        return self.date.as_written if self.date else ""

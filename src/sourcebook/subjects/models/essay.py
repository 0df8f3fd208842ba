from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from sourcebook.authorities.fields import HistoricalDateField
from sourcebook.authorities.models import AbstractContribution
from sourcebook.subjects.fields import BibliographyField, EssayField


class Essay(Orderable, ClusterableModel):
    """A signed essay in one language; the original stands first."""

    subject = ParentalKey("subjects.SubjectPage", on_delete=models.CASCADE, related_name="essays")
    language = models.CharField(_("language"), max_length=35, help_text=_("As in “en”, “ru”."))
    title = models.CharField(_("title"), max_length=500, blank=True)
    body = EssayField(_("essay"), blank=True)
    date = HistoricalDateField(_("written"))
    translates = models.CharField(
        _("translated from"), max_length=35, blank=True, help_text=_("The language of the original.")
    )

    bibliography = BibliographyField(
        _("works cited"), blank=True, help_text=_("Notes cite them; the reader sees the whole citation.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("essay")
        verbose_name_plural = _("essays")
        constraints = [
            models.UniqueConstraint(fields=["subject", "language"], name="essay_is_one_in_its_language")
        ]

    def __str__(self) -> str:
        return self.title or self.language


class EssayContribution(AbstractContribution):
    """A line of an essay's byline."""

    essay = ParentalKey(Essay, on_delete=models.CASCADE, related_name="contributions")

    class Meta(AbstractContribution.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("byline")

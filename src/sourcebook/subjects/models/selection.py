from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from sourcebook.authorities.fields import LanguageMapField


class Selection(Orderable, ClusterableModel):
    """A source chosen for a subject, with what this subject says of it."""

    subject = ParentalKey("subjects.SubjectPage", on_delete=models.CASCADE, related_name="selections")
    source = models.ForeignKey(
        "sources.Source", on_delete=models.CASCADE, related_name="selections", verbose_name=_("source")
    )
    headnote = LanguageMapField(_("headnote"), long=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("selection")
        verbose_name_plural = _("selections")

    def __str__(self) -> str:
        return str(self.source)


class Question(Orderable):
    """A question for readers of a selected source."""

    selection = ParentalKey(Selection, on_delete=models.CASCADE, related_name="questions")
    text = LanguageMapField(_("question"))

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return next(iter(self.text.values()), "")

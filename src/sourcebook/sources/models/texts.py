"""Text versions: transcriptions, translations, captions, made of passages."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.models import AbstractContribution
from sourcebook.record.text import Review, TextKind
from sourcebook.sources.fields import TextBodyField


class TextVersion(Orderable, ClusterableModel):
    """One reading of a source in one language."""

    source = ParentalKey("sources.Source", on_delete=models.CASCADE, related_name="texts")
    key = models.CharField(
        _("key"),
        max_length=60,
        validators=[RegexValidator(r"^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$")],
        help_text=_("Its short name in this source, as in “en”, “ru”, “en-captions”."),
    )
    language = models.CharField(_("language"), max_length=35)
    kind = models.CharField(_("kind"), max_length=20, choices=choices(TextKind), default="transcription")
    title = models.CharField(_("title"), max_length=500, blank=True)
    translates = models.CharField(
        _("translated from"), max_length=60, blank=True, help_text=_("The key of the other version.")
    )
    supersedes = models.CharField(
        _("supersedes"), max_length=60, blank=True, help_text=_("The key of the version it replaces.")
    )
    review = models.CharField(_("review"), max_length=10, blank=True, choices=choices(Review), default="")
    body = TextBodyField(
        _("passages"),
        blank=True,
        help_text=_(
            "Passage by passage: each begins with its key, as in {#p3}; new paragraphs get one. "
            "Footnotes stand at the end, as in [^1]: words."
        ),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("text version")
        verbose_name_plural = _("text versions")
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="text_key_is_of_one_in_its_source"),
            one_of(TextKind, "kind"),
            one_of(Review, "review"),
        ]

    def __str__(self) -> str:
        return self.key


class TextContribution(AbstractContribution):
    """A line of a text version's byline."""

    text = ParentalKey(TextVersion, on_delete=models.CASCADE, related_name="contributions")

    class Meta(AbstractContribution.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

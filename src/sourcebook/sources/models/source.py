from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.fields import HistoricalDateField, LanguageMapField, LanguagesField, WordsField
from sourcebook.authorities.languages import folded, wording
from sourcebook.authorities.models import DeskRecord, place_field
from sourcebook.sources.forms.source import SourceForm
from sourcebook.vocabulary.dates import sort_key
from sourcebook.vocabulary.media import Medium


class Source(DeskRecord):
    """One primary source of any medium; it never belongs to a page, pages select it."""

    KIND: ClassVar[str] = "source"

    medium = models.CharField(_("medium"), max_length=10, choices=choices(Medium))
    title = LanguageMapField(_("title"))
    description = LanguageMapField(_("description"), long=True, blank=True)
    form = LanguageMapField(_("form"), blank=True, help_text=_("What sort of thing it is, as in “Telegram”."))
    languages = LanguagesField(_("languages"), blank=True, help_text=_("Of the original, as in “ru, en”."))
    date = HistoricalDateField(_("date"))
    place = place_field(_("place"))
    keywords = WordsField(_("keywords"), blank=True, help_text=_("One a line."))
    part_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The source it is a part of, as a page of an album."),
    )
    position = models.IntegerField(_("position"), default=0, help_text=_("Its order among the parts."))
    rights_statement = models.CharField(
        _("rights statement"),
        max_length=300,
        blank=True,
        help_text=_("Its URI, from rightsstatements.org or Creative Commons."),
    )
    rights_holder = models.CharField(_("rights holder"), max_length=500, blank=True)
    rights_note = LanguageMapField(_("note on rights"), blank=True)

    base_form_class: ClassVar[type[SourceForm]] = SourceForm

    heading = models.CharField(_("title"), max_length=500, editable=False, db_index=True)
    folded = models.TextField(editable=False)
    first_day = models.BigIntegerField(null=True, editable=False, db_index=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["heading", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="source_slug_is_of_one"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="source_has_slug"),
            models.CheckConstraint(condition=models.Q(position__gte=0), name="source_position_counts_up"),
            models.CheckConstraint(
                condition=models.Q(part_of__isnull=True) | ~models.Q(part_of=models.F("id")),
                name="source_is_no_part_of_itself",
                violation_error_message=_("A source cannot be a part of itself."),
            ),
            one_of(Medium, "medium"),
        ]

    def __str__(self) -> str:
        return self.heading or self.slug

    def derive(self, languages: tuple[str, ...] | None = None) -> None:
        self.heading = (wording(self.title, languages) or self.slug)[:500]
        self.folded = folded(*self.title.values())
        placed, day, *_rest = sort_key(self.date)
        self.first_day = day if placed == 0 else None

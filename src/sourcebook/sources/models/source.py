from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.fields import HistoricalDateField, LanguageMapField, LanguagesField, WordsField
from sourcebook.authorities.languages import wording
from sourcebook.authorities.models import AbstractWord, DeskRecord, place_field
from sourcebook.authorities.words import words_of
from sourcebook.record import LanguageMap
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

    SHOWN: ClassVar[tuple[str, ...]] = ("heading", "first_day", "last_day")

    heading = models.CharField(_("title"), max_length=500, editable=False, db_index=True)
    first_day = models.BigIntegerField(null=True, editable=False)
    last_day = models.BigIntegerField(null=True, editable=False)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["heading", "pk"]
        indexes = [
            # One for each order and filter of the list: rows are wide, and what stands in an index is counted there.
            models.Index(fields=["medium", "heading"], name="source_by_medium"),
            models.Index(fields=["first_day", "last_day"], name="source_by_date"),
            models.Index(fields=["changed_at"], name="source_by_change"),
            models.Index(fields=["live", "has_unpublished_changes", "heading"], name="source_by_state"),
            models.Index(fields=["live", "first_published_at", "heading"], name="source_by_publication"),
            models.Index(fields=["rights_statement", "heading"], name="source_by_rights"),
            models.Index(fields=["languages"], name="source_by_languages"),
            # Of those few that are published until an hour.
            models.Index(
                fields=["expire_at"], condition=models.Q(expire_at__isnull=False), name="source_by_end"
            ),
        ]
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
        placed, first, open_end, last, *_as_written = sort_key(self.date)
        self.first_day = first if placed == 0 else None
        self.last_day = last if placed == 0 and not open_end else None

    def words(self) -> set[str]:
        holdings: Any = self.holdings
        elsewhere: Any = self.identifiers
        return title_words(self.slug, self.title, holdings.all(), elsewhere.all())

    @property
    def word_model(self) -> type[AbstractWord]:
        return TitleWord


def title_words(
    slug: str, title: LanguageMap, holdings: Iterable[Any], identifiers: Iterable[Any]
) -> set[str]:
    """What a source is found by, from its rows or from the parts of its record."""
    marks = (*(one.call_number for one in holdings), *(one.value for one in identifiers))
    return words_of(slug, *title.values(), *marks)


class TitleWord(AbstractWord):
    """A word of a source's titles, slug, call numbers or identifiers elsewhere."""

    owner = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+", db_index=False)

from typing import Any, ClassVar, Literal

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.fields import HistoricalDateField, LanguageMapField
from sourcebook.subjects.models.published_page import PublishedPage

Comments = Literal["closed", "open"]


class SubjectPage(PublishedPage):
    """What a historian took up; the year it stands under is its parent in the tree."""

    KIND: ClassVar[str] = "subject"
    is_creatable = True
    parent_page_types: ClassVar[list[Any]] = ["subjects.YearPage"]
    subpage_types: ClassVar[list[Any]] = []

    titles = LanguageMapField(_("title"))
    date = HistoricalDateField(_("date"))
    summary = LanguageMapField(_("summary"), blank=True)
    image = models.CharField(
        _("image"), max_length=320, blank=True, help_text=_("For cards: “source:slug” or a region of it.")
    )
    comments = models.CharField(_("comments"), max_length=10, choices=choices(Comments), default="closed")

    class Meta(PublishedPage.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        constraints = [one_of(Comments, "comments")]

    @property
    def address(self) -> str:
        return f"/{self.get_parent().slug}/{self.slug}/"


class SubjectTheme(Orderable):
    """A theme of a subject."""

    subject = ParentalKey(SubjectPage, on_delete=models.CASCADE, related_name="themes")
    theme = models.ForeignKey(
        "subjects.ThemePage", on_delete=models.CASCADE, related_name="subjects", verbose_name=_("theme")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def __str__(self) -> str:
        return str(self.theme)


class SubjectAbout(Orderable):
    """A person, organisation, place, event or term that a subject is about."""

    subject = ParentalKey(SubjectPage, on_delete=models.CASCADE, related_name="about")
    authority = models.ForeignKey(
        "authorities.Authority", on_delete=models.CASCADE, related_name="+", verbose_name=_("about")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("about")
        verbose_name_plural = _("about")

    def __str__(self) -> str:
        return str(self.authority)

"""The archive's home, its years and its themes."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from sourcebook.authorities.fields import LanguageMapField, LanguagesField
from sourcebook.authorities.models import AbstractContribution
from sourcebook.subjects.models.published_page import PublishedPage


def _english() -> tuple[str, ...]:
    return ("en",)


class ArchivePage(PublishedPage):
    """The archive itself: its home page. Its slug is `archive`."""

    KIND: ClassVar[str] = "archive"
    max_count = 1
    parent_page_types: ClassVar[list[Any]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[Any]] = ["subjects.YearPage", "subjects.ThemePage"]

    titles = LanguageMapField(_("title"))
    subtitle = LanguageMapField(_("subtitle"), blank=True)
    description = LanguageMapField(_("introduction"), long=True, blank=True)
    languages = LanguagesField(
        _("languages"),
        default=_english,
        help_text=_("Of the reading room, as in “en, ru”; the first needs no prefix in its addresses."),
    )
    publisher = models.CharField(_("publisher"), max_length=500, blank=True)
    licence = models.CharField(
        _("licence"),
        max_length=300,
        blank=True,
        help_text=_("URI of the licence of the archive's own words."),
    )

    class Meta(PublishedPage.Meta):
        verbose_name = _("archive")
        verbose_name_plural = _("archives")

    @property
    def address(self) -> str:
        return "/"


class ArchiveContribution(AbstractContribution):
    """One of the archive's editors."""

    archive = ParentalKey(ArchivePage, on_delete=models.CASCADE, related_name="contributions")

    class Meta(AbstractContribution.Meta):
        verbose_name = _("editor")
        verbose_name_plural = _("editors")


class YearPage(PublishedPage):
    """A year; its slug is the year itself."""

    KIND: ClassVar[str] = "year"
    slug_help = _("The year itself, as in 1956.")
    is_creatable = True
    parent_page_types: ClassVar[list[Any]] = ["subjects.ArchivePage"]
    subpage_types: ClassVar[list[Any]] = ["subjects.SubjectPage"]

    titles = LanguageMapField(_("title"), blank=True)
    introduction = LanguageMapField(_("introduction"), long=True, blank=True)

    class Meta(PublishedPage.Meta):
        verbose_name = _("year")
        verbose_name_plural = _("years")

    @property
    def address(self) -> str:
        return f"/{self.slug}/"


class ThemePage(PublishedPage):
    """A thread through the years."""

    KIND: ClassVar[str] = "theme"
    is_creatable = True
    parent_page_types: ClassVar[list[Any]] = ["subjects.ArchivePage"]
    subpage_types: ClassVar[list[Any]] = []

    titles = LanguageMapField(_("title"))
    summary = LanguageMapField(_("summary"), blank=True)
    introduction = LanguageMapField(_("introduction"), long=True, blank=True)

    class Meta(PublishedPage.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    @property
    def address(self) -> str:
        return f"/themes/{self.slug}/"

"""All the names of authorities in one table: what headings and the words of searches are made of."""

from collections.abc import Sequence
from typing import Protocol

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.fields import HistoricalDateField
from sourcebook.record.parts import NameUse


class Name(Orderable):
    """One name, in one language and script."""

    authority = ParentalKey("authorities.Authority", on_delete=models.CASCADE, related_name="names")
    text = models.CharField(_("name"), max_length=500)
    language = models.CharField(
        _("language"), max_length=35, blank=True, help_text=_("As in “en”, “ru”, “sr-Latn”.")
    )
    use = models.CharField(_("use"), max_length=20, choices=choices(NameUse), default="preferred")
    romanisation = models.CharField(
        _("romanisation"),
        max_length=40,
        blank=True,
        help_text=_("The table it follows, where known: “ala-lc”, “iso9”."),
    )
    sort_as = models.CharField(
        _("filed under"), max_length=500, blank=True, help_text=_("As in “Khrushchev, Nikita”.")
    )
    during = HistoricalDateField(
        _("called so"), help_text=_("Where not always: as in “1924–1991”, “from 1991”.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="name_has_text"),
            one_of(NameUse, "use"),
        ]

    def __str__(self) -> str:
        return self.text


class Named(Protocol):
    """A name as a row or as a part of a record."""

    @property
    def text(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def use(self) -> str: ...
    @property
    def sort_as(self) -> str: ...


def heading(names: Sequence[Named], languages: Sequence[str]) -> str:
    """The first preferred name in the first of the languages that has one, as indexes file it; else the first name."""
    preferred = [name for name in names if name.use == "preferred"] or list(names)
    for language in languages:
        for name in preferred:
            if name.language == language:
                return name.sort_as or name.text
    return (preferred[0].sort_as or preferred[0].text) if preferred else ""


class AbstractExternalIdentifier(Orderable):
    """The same thing in another authority file or catalogue."""

    scheme = models.CharField(_("scheme"), max_length=60, help_text=_("As in “wikidata”, “viaf”."))
    value = models.CharField(_("value"), max_length=300)

    class Meta(Orderable.Meta):
        abstract = True
        indexes = [models.Index(fields=["scheme", "value"])]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class ExternalIdentifier(AbstractExternalIdentifier):
    """An authority in another authority file."""

    authority = ParentalKey("authorities.Authority", on_delete=models.CASCADE, related_name="identifiers")

    class Meta(AbstractExternalIdentifier.Meta):
        verbose_name = _("external identifier")
        verbose_name_plural = _("external identifiers")

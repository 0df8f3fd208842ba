"""The five kinds of authority, each with what only it has."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sourcebook.authorities.fields import HistoricalDateField
from sourcebook.authorities.models.authority import Authority
from sourcebook.vocabulary.dates import HistoricalDate


class Place(Authority):
    """A place, whatever it was called when."""

    KIND: ClassVar[str] = "place"

    latitude = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Degrees, WGS 84."))
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="place_has_both_coordinates_or_none",
                violation_error_message=_("Give latitude and longitude, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="place_is_on_the_globe",
                violation_error_message=_(
                    "Latitudes go from -90 to 90 degrees, longitudes from -180 to 180."
                ),
            ),
        ]


def place_field(name: Any) -> "models.ForeignKey[Place | None, Place | None]":
    """A column that points to a place."""
    return models.ForeignKey(
        Place, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=name
    )


def _span(first: HistoricalDate | None, last: HistoricalDate | None) -> str:
    """`1894–1971`, with an end left open that is not known; empty where both are."""
    ends = [date.as_written if date else "" for date in (first, last)]
    return "–".join(ends) if any(ends) else ""


class Person(Authority):
    """A human being, real or imagined."""

    KIND: ClassVar[str] = "person"

    born = HistoricalDateField(_("born"))
    died = HistoricalDateField(_("died"))
    birth_place = place_field(_("place of birth"))
    death_place = place_field(_("place of death"))

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    @property
    def dates(self) -> str:
        return _span(self.born, self.died)


class Organisation(Authority):
    """A body that acts under a name."""

    KIND: ClassVar[str] = "organisation"

    founded = HistoricalDateField(_("founded"))
    dissolved = HistoricalDateField(_("dissolved"))
    where = place_field(_("place"))

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    @property
    def dates(self) -> str:
        return _span(self.founded, self.dissolved)


class Event(Authority):
    """Something that happened, surely or perhaps."""

    KIND: ClassVar[str] = "event"

    date = HistoricalDateField(_("date"))
    where = place_field(_("place"))

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def dates(self) -> str:
        return self.date.as_written if self.date else ""


class Term(Authority):
    """A word of the glossary."""

    KIND: ClassVar[str] = "term"

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("glossary")

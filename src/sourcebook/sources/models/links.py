"""What a source points to: its byline, what it is about, its themes, related things, its names elsewhere."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from sourcebook.authorities.models import (
    AbstractContribution,
    AbstractExternalIdentifier,
    AbstractFormerSlug,
    AbstractLegacyAddress,
    AbstractRelation,
    check_slug,
)


def of_source(name: str) -> Any:
    """The column by which a row belongs to its source."""
    return ParentalKey("sources.Source", on_delete=models.CASCADE, related_name=name)


class SourceContribution(AbstractContribution):
    """A line of a source's byline."""

    source = of_source("contributions")

    class Meta(AbstractContribution.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")


class SourceAbout(Orderable):
    """A person, organisation, place, event or term that a source is about."""

    source = of_source("about")
    authority = models.ForeignKey(
        "authorities.Authority", on_delete=models.CASCADE, related_name="+", verbose_name=_("about")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("about")
        verbose_name_plural = _("about")

    def __str__(self) -> str:
        return str(self.authority)


class SourceTheme(Orderable):
    """A theme of a source, by its slug: themes are pages, and pages stand above sources."""

    source = of_source("themes")
    slug = models.CharField(_("theme"), max_length=120, db_index=True, validators=[check_slug])

    class Meta(Orderable.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def __str__(self) -> str:
        return self.slug


class SourceRelation(AbstractRelation):
    """From a source to another source or to an authority."""

    source = of_source("relations")
    to_source = models.ForeignKey(
        "sources.Source",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="relations_to_it",
        verbose_name=_("to the source"),
    )
    to_authority = models.ForeignKey(
        "authorities.Authority",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("to the person, organisation, place, event or term"),
    )

    class Meta(AbstractRelation.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            *AbstractRelation.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(to_source__isnull=False, to_authority__isnull=True)
                | models.Q(to_source__isnull=True, to_authority__isnull=False),
                name="source_relation_has_one_end",
            ),
        ]

    def __str__(self) -> str:
        return str(self.to_source or self.to_authority)

    def clean(self) -> None:
        super().clean()
        if bool(self.to_source_id) == bool(self.to_authority_id):
            raise ValidationError(_("Choose one thing that it is related to."))


class SourceIdentifier(AbstractExternalIdentifier):
    """A source in another catalogue."""

    source = of_source("identifiers")

    class Meta(AbstractExternalIdentifier.Meta):
        verbose_name = _("external identifier")
        verbose_name_plural = _("external identifiers")


class SourceFormerSlug(AbstractFormerSlug):
    """A slug that a source had before."""

    source = of_source("former_slugs")

    class Meta(AbstractFormerSlug.Meta):
        constraints = [models.UniqueConstraint(fields=["slug"], name="source_former_slug_is_of_one")]


class SourceLegacyAddress(AbstractLegacyAddress):
    """A path that a source had in another system."""

    source = of_source("legacy_addresses")

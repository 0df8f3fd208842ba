from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.fields import LanguageMapField, MarkdownField
from sourcebook.record.parts import Certainty


class AbstractRelation(Orderable):
    """A typed statement of one record about another, with how sure we are and why."""

    type = models.CharField(
        _("relation"), max_length=60, help_text=_("As in “led_to”, “member_of”, “part_of”.")
    )
    certainty = models.CharField(_("certainty"), max_length=20, choices=choices(Certainty), default="certain")
    rationale = LanguageMapField(_("rationale"), blank=True)
    evidence = MarkdownField(
        _("evidence"), blank=True, help_text=_("Why we say so: a citation or a link to a span.")
    )

    class Meta(Orderable.Meta):
        abstract = True
        constraints = [one_of(Certainty, "certainty")]


class Relation(AbstractRelation):
    """From an authority to another, or to a source, which this app knows by its reference only."""

    authority = ParentalKey("authorities.Authority", on_delete=models.CASCADE, related_name="relations")
    to = models.ForeignKey(
        "authorities.Authority",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="relations_to_it",
        verbose_name=_("to"),
    )
    to_source = models.CharField(
        _("to the source"), max_length=140, blank=True, help_text=_("As in “source:poznan-report”.")
    )

    class Meta(AbstractRelation.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            *AbstractRelation.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(to__isnull=False, to_source="")
                | (models.Q(to__isnull=True) & ~models.Q(to_source="")),
                name="relation_has_one_end",
            ),
        ]

    def __str__(self) -> str:
        return str(self.to or self.to_source)

    def clean(self) -> None:
        super().clean()
        if bool(self.to_id) == bool(self.to_source):
            raise ValidationError(
                _("Choose what it is related to: a person, organisation, place, event or term, or a source.")
            )

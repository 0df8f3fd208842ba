from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable


class AbstractContribution(Orderable):
    """One line of a byline; each thing that has one keeps its own table of them."""

    role = models.CharField(
        _("role"),
        max_length=60,
        help_text=_("As in “author”, “translator”, “photographer”."),
    )
    agent = models.ForeignKey(
        "authorities.Authority",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("agent"),
    )
    credited_as = models.CharField(
        _("credited as"),
        max_length=500,
        blank=True,
        help_text=_("The words of the byline as printed."),
    )

    class Meta(Orderable.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agent__isnull=False) | ~models.Q(credited_as=""),
                name="%(app_label)s_%(class)s_names_someone",
            ),
        ]

    def __str__(self) -> str:
        return self.credited_as or str(self.agent)

    def clean(self) -> None:
        super().clean()
        if not self.agent_id and not self.credited_as:
            raise ValidationError(_("Choose a person or organisation, or write how they are credited."))

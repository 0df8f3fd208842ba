"""Addresses that a thing had before; they redirect for ever."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from sourcebook.record.reference import RESERVED, SLUG

check_slug = RegexValidator(
    f"^(?!(?:{'|'.join(RESERVED)})$){SLUG}$",
    _("Write small Latin letters, digits and single hyphens; “letters” and “years” are addresses of lists."),
)


class AbstractFormerSlug(Orderable):
    """A slug that the thing had before."""

    slug = models.CharField(_("former slug"), max_length=120, validators=[check_slug])

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.slug


class AbstractLegacyAddress(Orderable):
    """A path that the thing had in another system."""

    path = models.CharField(_("path"), max_length=500, unique=True, help_text=_("As in “/node/1234”."))

    class Meta(Orderable.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(condition=~models.Q(path=""), name="%(app_label)s_%(class)s_has_path")
        ]

    def __str__(self) -> str:
        return self.path

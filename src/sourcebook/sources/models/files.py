"""The files of a source and the canvases they fill."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from sourcebook.authorities.fields import LanguageMapField


class File(Orderable):
    """A master as it arrived; its bytes lie in the inbox or the store, by checksum."""

    source = ParentalKey("sources.Source", on_delete=models.CASCADE, related_name="files")
    name = models.CharField(
        _("name"), max_length=200, validators=[RegexValidator(r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    )
    sha256 = models.CharField(
        _("checksum"), max_length=64, db_index=True, validators=[RegexValidator("^[0-9a-f]{64}$")]
    )
    media_type = models.CharField(_("media type"), max_length=150)
    size = models.BigIntegerField(_("size"), help_text=_("Bytes."))
    width = models.IntegerField(_("width"), null=True, blank=True, help_text=_("Pixels."))
    height = models.IntegerField(_("height"), null=True, blank=True, help_text=_("Pixels."))
    duration = models.FloatField(_("duration"), null=True, blank=True, help_text=_("Seconds."))

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [
            models.UniqueConstraint(fields=["source", "name"], name="file_name_is_of_one_in_its_source"),
            models.CheckConstraint(condition=models.Q(size__gte=0), name="file_size_is_no_debt"),
        ]

    def __str__(self) -> str:
        return self.name


class Canvas(Orderable):
    """One page image or one stretch of time; its number is its place in the order."""

    source = ParentalKey("sources.Source", on_delete=models.CASCADE, related_name="canvases")
    file = models.CharField(_("file"), max_length=200, help_text=_("The name of the file that fills it."))
    label = models.CharField(_("label"), max_length=200, blank=True, help_text=_("As in “f. 2v”."))
    alt = LanguageMapField(
        _("alternative text"), blank=True, help_text=_("What it shows, for those who do not see it.")
    )
    caption = LanguageMapField(_("caption"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("canvas")
        verbose_name_plural = _("canvases")

    def __str__(self) -> str:
        return self.label or self.file

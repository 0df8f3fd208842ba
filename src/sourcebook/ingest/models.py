"""What imports left on the desk, so that the next one can tell its own work from an editor's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRecord(models.Model):
    """One record as the last import of it left it."""

    reference = models.CharField(_("reference"), max_length=150, unique=True)
    arrived = models.CharField(_("digest as it arrived"), max_length=64)
    left = models.CharField(_("digest as it was left"), max_length=64)
    origin = models.CharField(_("origin"), max_length=1000, blank=True)
    at = models.DateTimeField(_("imported at"))

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")

    def __str__(self) -> str:
        return self.reference

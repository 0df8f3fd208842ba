from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """A search with filters and an order that an editor keeps under a name, alone or for everybody."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    path = models.CharField(max_length=200, editable=False)
    """The address of the list, without what is asked of it."""
    query = models.TextField(blank=True, editable=False)
    """What is asked of it, as in an address after the question mark."""
    shared = models.BooleanField(
        _("for everybody"), default=False, help_text=_("All who see this list see it on top of the list.")
    )

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "path", "name"], name="saved_filter_has_its_name")
        ]
        indexes = [models.Index(fields=["path", "shared"], name="saved_filters_of_a_list")]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path

    @classmethod
    def of(cls, user: Any, path: str = "") -> "models.QuerySet[SavedFilter]":
        """Those that somebody sees: their own and the shared ones, of one list or of all."""
        seen = cls.objects.filter(models.Q(owner=user) | models.Q(shared=True)).select_related("owner")
        return seen.filter(path=path) if path else seen

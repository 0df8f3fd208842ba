from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.log_actions import get_active_log_context


class Changed(ClusterableModel):
    """Who changed a thing last and when: in its row, because revisions hold whole records and imports have none."""

    changed_at = models.DateTimeField(_("last change"), null=True, editable=False, serialize=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        serialize=False,
        related_name="+",
        verbose_name=_("changed by"),
    )

    class Meta:
        abstract = True

    def note_change(self, by: Any = None) -> dict[str, Any]:
        """Set who changed it now; the columns with their values."""
        self.changed_at, self.changed_by = timezone.now(), by or get_active_log_context().user
        return {"changed_at": self.changed_at, "changed_by": self.changed_by}

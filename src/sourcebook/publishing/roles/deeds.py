"""The permissions, and the model without a table that Django wants them to belong to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

PUBLISH_DESPITE_FAULTS = "publishing.publish_despite_faults"
VIEW_REPORT = "publishing.view_report"
VIEW_AUDIT_LOG = "publishing.view_audit_log"
IMPORT = "publishing.import_records"
CHANGE_MANY = "publishing.change_many_sources"


class Deed(models.Model):
    """Something that may be done at the desk; it has no rows, only permissions."""

    class Meta:
        managed = False
        verbose_name = _("deed at the desk")
        verbose_name_plural = _("deeds at the desk")
        default_permissions = ()
        permissions = [
            ("publish_despite_faults", _("Can publish despite faults, giving a reason")),
            ("view_report", _("Can see the state of the archive")),
            ("view_audit_log", _("Can see the audit log")),
            ("import_records", _("Can import records")),
            ("change_many_sources", _("Can change many sources at once")),
        ]

    def __str__(self) -> str:
        return ""

from django.apps import AppConfig
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sourcebook.sentences import tell_through


class AuthoritiesConfig(AppConfig):
    name = "sourcebook.authorities"
    label = "authorities"
    verbose_name = _("Authorities")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What code below the desk says is told in the editor's language."""
        tell_through(gettext, ngettext)

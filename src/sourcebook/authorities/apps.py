from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuthoritiesConfig(AppConfig):
    name = "sourcebook.authorities"
    label = "authorities"
    verbose_name = _("Authorities")
    default_auto_field = "django.db.models.BigAutoField"

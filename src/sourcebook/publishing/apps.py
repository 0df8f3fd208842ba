"""The Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PublishingConfig(AppConfig):
    name = "sourcebook.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sourcebook.publishing import signals  # noqa: F401

        # The kinds of background work of all apps.
        autodiscover_modules("work")

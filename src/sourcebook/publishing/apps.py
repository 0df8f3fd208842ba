"""The Django app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "sourcebook.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sourcebook.publishing import signals  # noqa: F401

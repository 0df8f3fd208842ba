"""The Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PublishingConfig(AppConfig):
    name = "sourcebook.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sourcebook.authorities import before_publishing, previewing
        from sourcebook.authorities.lists import faults
        from sourcebook.publishing import signals  # noqa: F401
        from sourcebook.publishing.audit import writing  # noqa: F401
        from sourcebook.publishing.citations import in_publications, on_desk
        from sourcebook.publishing.gate.asking import ask_the_gate
        from sourcebook.publishing.gate.known import keys_with_faults
        from sourcebook.publishing.mail import sending  # noqa: F401
        from sourcebook.publishing.preview import DeskPreviewer
        from sourcebook.publishing.state import following  # noqa: F401
        from sourcebook.publishing.uses import signals as uses  # noqa: F401
        from sourcebook.sources import citing

        before_publishing.ask(ask_the_gate)
        previewing.ask(DeskPreviewer())
        citing.ask_also(in_publications)
        citing.ask_also(on_desk)
        faults.ask(keys_with_faults)
        # The kinds of background work of all apps.
        autodiscover_modules("work")

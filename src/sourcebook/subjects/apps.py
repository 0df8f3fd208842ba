from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubjectsConfig(AppConfig):
    name = "sourcebook.subjects"
    label = "subjects"
    verbose_name = _("Subjects")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sourcebook.authorities import languages
        from sourcebook.authorities.forms.picked import tell
        from sourcebook.sources import themes
        from sourcebook.subjects.essay.script_words import told
        from sourcebook.subjects.once_a_request import languages_of_the_request, remember
        from sourcebook.subjects.queries import all_themes

        remember()
        languages.ask(languages_of_the_request)
        themes.ask(all_themes)
        tell(told)

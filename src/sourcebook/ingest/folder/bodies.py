"""Long texts in several languages: one file each."""

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Origin
from sourcebook.ingest.folder.front_matter import Written
from sourcebook.ingest.folder.opening import Opening
from sourcebook.record import LanguageMap


def read_bodies(here: Opening, files: dict[str, str], first: Written) -> LanguageMap | None:
    """The text below each file's front matter, by language; the first was opened before. None after a refusal."""
    bodies: LanguageMap = {}
    good = True
    for language, name in files.items():
        written = here.open(name) if language else first
        if written is None:
            good = False
            continue
        if language and written.fields:
            here.arrival.refuse(
                gettext("A translated text has no fields of its own here."),
                Origin(here.shown(name), 2),
                advice=gettext("Write them by language in the first file."),
            )
            good = False
        if language == here.language:
            here.arrival.refuse(
                gettext(
                    "The text in %(language)s, the archive's first language, stands in the file without a language."
                )
                % {"language": language},
                Origin(here.shown(name)),
                advice=gettext("Move it there."),
            )
            good = False
        if written.body:
            bodies[language or here.language] = written.body
    return bodies if good else None

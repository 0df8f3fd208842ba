"""Reading subjects: front matter, the first essay below it, further essays in files of their own."""

from typing import Any

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Origin
from sourcebook.ingest.folder.front_matter import Written
from sourcebook.ingest.folder.opening import Opening
from sourcebook.record import Essay, Subject

OWN_KEYS = ("essay", "essays")


def read_subject(here: Opening, slug: str, files: dict[str, str]) -> None:
    """Add one subject to the arrival, or refusals."""
    first = here.open(files[""]) if here.is_slug(slug, files[""]) else None
    if first is None:
        return
    good = True
    further: dict[str, Essay] = {}
    for language, name in sorted(files.items()):
        if not language:
            continue
        written = here.open(name)
        fields = written and {"language": language, **written.fields}
        essay = _essay(here, name, written, fields, ()) if written and fields else None
        good = good and essay is not None
        if essay is not None:
            further[language] = essay
    essays = _first(here, files[""], first)
    if not good or essays is None:
        return
    if essays and essays[0].language in further:
        here.arrival.refuse(
            gettext("There are two essays in %(language)s.") % {"language": essays[0].language},
            Origin(here.shown(files[essays[0].language])),
            advice=gettext("Give one of them another language."),
        )
        return
    order = _order(here, files[""], first, list(further))
    reader = here.fields(files[""], first)
    essays += tuple(further[language] for language in order)
    subject = reader.make(Subject, first.fields, {"slug": slug, "essays": essays}, also=OWN_KEYS)
    if subject is not None:
        here.arrival.add(subject, Origin(here.shown(files[""]), 1))


def _first(here: Opening, name: str, written: Written) -> tuple[Essay, ...] | None:
    fields = written.fields.get("essay", {})
    if not isinstance(fields, dict):
        here.fields(name, written).problem(gettext("`essay` has fields of its own."), ("essay",))
        return None
    if not written.body and "essay" not in written.fields:
        return ()
    essay = _essay(here, name, written, {"language": here.language, **fields}, ("essay",))
    return None if essay is None else (essay,)


def _essay(
    here: Opening, name: str, written: Written, fields: dict[str, Any], path: tuple[str, ...]
) -> Essay | None:
    return here.fields(name, written).make(Essay, fields, {"body": written.body}, path)


def _order(here: Opening, name: str, written: Written, languages: list[str]) -> list[str]:
    """The order of further essays: as `essays:` gives it, then by language."""
    given = written.fields.get("essays", [])
    if not isinstance(given, list) or not set(map(str, given)) <= set(languages):
        here.fields(name, written).problem(
            gettext("`essays` lists the languages of the further essays in their order."), ("essays",)
        )
        return languages
    return [*given, *(language for language in languages if language not in given)]

"""The catalogues of translations, one for each package that has words."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import sourcebook
from sourcebook.cli.translations.messages import messages_of

LANGUAGES = ("ru",)
APPS = ("authorities", "sources", "subjects", "readers", "publishing", "ingest")
PLAIN = ("vocabulary", "record", "dialect", "masters", "standards", "derivatives", "web")
"""Packages that are no apps of Django's: their words are found through settings.LOCALE_PATHS."""


def folders() -> Iterator[Path]:
    (package,) = sourcebook.__path__
    return (path for name in APPS + PLAIN if (path := Path(package) / name).is_dir())


def po_file(folder: Path, language: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def read_catalogue(file: Path, language: str) -> Catalog:
    if not file.exists():
        return _named(Catalog(language))
    with file.open("rb") as opened:
        return _named(read_po(opened, locale=language))


def _named(catalogue: Catalog) -> Catalog:
    """With a head that says nothing which changes by itself."""
    catalogue.header_comment = "# Words of the desk; see docs/how-to/develop.md."
    catalogue.fuzzy = False
    catalogue.project, catalogue.version = "Sourcebook", ""
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    return catalogue


def catalogue_of_code(folder: Path) -> Catalog:
    """What is to be translated, each message with the files that it stands in."""
    catalogue = Catalog()
    for message in messages_of(folder):
        catalogue.add(message.words, locations=[(message.file, 0)], context=message.context or None)
    return catalogue


def extract_all() -> None:
    """Bring every catalogue up to date: new messages stand there untranslated, those that are gone are dropped."""
    for folder in folders():
        template = catalogue_of_code(folder)
        if not len(template):
            continue
        for language in LANGUAGES:
            file = po_file(folder, language)
            catalogue = read_catalogue(file, language)
            catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as opened:
                write_po(
                    opened, catalogue, width=110, omit_header=False, sort_output=True, ignore_obsolete=True,
                    include_lineno=False,
                )  # fmt: skip


def compile_all() -> None:
    """Make the compiled catalogue beside each."""
    for folder in folders():
        for language in LANGUAGES:
            file = po_file(folder, language)
            if file.exists():
                with file.with_suffix(".mo").open("wb") as opened:
                    write_mo(opened, read_catalogue(file, language))

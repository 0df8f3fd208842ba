"""Opening the files of a portable archive, one after another, with all that goes wrong on the way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.folder.fields import FieldReader
from sourcebook.ingest.folder.front_matter import Written, take_apart
from sourcebook.ingest.paths import inside
from sourcebook.ingest.plain_yaml import PlainYamlError
from sourcebook.ingest.texts import read_utf8
from sourcebook.record.reference import SLUG
from sourcebook.vocabulary.errors import LanguageError
from sourcebook.vocabulary.languages import check_language

_FILE = re.compile(r"(?P<stem>[^.]+)(?:\.(?P<language>[A-Za-z0-9-]+))?\.md")


@dataclass
class Opening:
    """A folder that is being read."""

    root: Path
    arrival: Arrival
    language: str = "en"
    """The archive's first language."""

    def shown(self, name: str) -> str:
        """A file as the person named it."""
        return str(self.root / name)

    def open(self, name: str) -> Written | None:
        """A file taken apart; None after one refusal."""
        text = self.text(name)
        if text is None:
            return None
        try:
            return take_apart(text)
        except PlainYamlError as error:
            self.arrival.refuse(str(error), Origin(self.shown(name), error.line))
            return None

    def text(self, name: str) -> str | None:
        path = inside(self.root, name)
        if path is None:
            self.arrival.refuse(
                gettext("The file lies outside the folder that is imported."), Origin(self.shown(name))
            )
            return None
        return read_utf8(self.arrival, path, self.shown(name))

    def fields(self, name: str, written: Written) -> FieldReader:
        return FieldReader(self.arrival, self.shown(name), written.lines, self.language)

    def entries(self, folder: str) -> list[Path]:
        """What lies in a folder, in order of names; hidden files are none of ours."""
        path = self.root / folder
        found = sorted(path.iterdir(), key=lambda entry: entry.name) if path.is_dir() else []
        return [entry for entry in found if not entry.name.startswith(".")]

    def unknown(self, folder: str, name: str) -> None:
        self.arrival.notice(
            gettext("This is no part of a portable archive and is left where it is."),
            Origin(self.shown(f"{folder}/{name}")),
        )

    def is_slug(self, slug: str, name: str) -> bool:
        """Whether a name will do for an address; one refusal when not."""
        if re.fullmatch(SLUG, slug) and len(slug) <= 120:
            return True
        self.arrival.refuse(
            gettext("“%(slug)s” cannot be an address.") % {"slug": slug},
            Origin(self.shown(name)),
            advice=gettext("Rename it: small Latin letters, digits and single hyphens, at most 120 of them."),
        )
        return False

    def by_language(self, folder: str, names: Iterable[str]) -> dict[str, dict[str, str]]:
        """Files `NAME.md` and `NAME.LANGUAGE.md` by name, then by language; the first of a name is under ``""``."""
        found: dict[str, dict[str, str]] = {}
        for name in names:
            match = _FILE.fullmatch(name)
            if match is None:
                self.unknown(folder, name)
                continue
            language = match["language"] or ""
            if language and not self.is_language(language, f"{folder}/{name}"):
                continue
            found.setdefault(match["stem"], {})[language] = f"{folder}/{name}"
        for stem, files in list(found.items()):
            if "" not in files:
                first = next(iter(files.values()))
                self.arrival.refuse(
                    gettext("There is no %(stem)s.md beside it.") % {"stem": stem},
                    Origin(self.shown(first)),
                    advice=gettext("Its front matter says what this is a translation of."),
                )
                del found[stem]
        return found

    def is_language(self, tag: str, name: str) -> bool:
        try:
            canonical = check_language(tag)
        except LanguageError as error:
            self.arrival.refuse(str(error), Origin(self.shown(name)))
            return False
        if canonical == tag:
            return True
        self.arrival.refuse(
            gettext("The language “%(tag)s” is written %(canonical)s.")
            % {"tag": tag, "canonical": canonical},
            Origin(self.shown(name)),
            advice=gettext("Rename it."),
        )
        return False

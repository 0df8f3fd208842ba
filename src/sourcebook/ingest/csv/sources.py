"""A row that is a source."""

import re

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.csv.authorities import Authorities
from sourcebook.ingest.csv.cells import Fields, date_in, language_in, medium_in, point_in
from sourcebook.ingest.csv.mapping import Mapping
from sourcebook.ingest.csv.objects import Objects
from sourcebook.ingest.slugs import slug
from sourcebook.record import Canvas, ExternalIdentifier, File, Holding, LanguageMap, Rights, Source
from sourcebook.vocabulary.dates import HistoricalDate, understood
from sourcebook.vocabulary.errors import VocabularyError
from sourcebook.vocabulary.media import Medium, medium_of
from sourcebook.vocabulary.rights import read_rights, read_rights_address

_DOI = re.compile(r"(?:doi:|https?://(?:dx\.)?doi\.org/)\s*(10\.\S+)", re.IGNORECASE)


class SourceRows:
    """Reads rows one after another; what they name is shared between them."""

    def __init__(
        self, arrival: Arrival, mapping: Mapping, objects: Objects, authorities: Authorities
    ) -> None:
        self.arrival = arrival
        self.mapping = mapping
        self.objects = objects
        self.authorities = authorities
        self.positions: dict[str, int] = {}

    def make(self, fields: Fields, origin: Origin) -> Source | None:
        """The source of a row; None after a refusal."""
        key, title = fields.one("key") or fields.one("title"), fields.one("title")
        if not title:
            self.arrival.refuse(gettext("The row has no title."), origin, advice=gettext("Give it one."))
            return None
        files, links, canvases = self._objects(fields, origin)
        languages = self._languages(fields, origin)
        part_of = f"source:{slug(fields.one('part_of'), 'row')}" if fields.one("part_of") else ""
        self.positions[part_of] = self.positions.get(part_of, 0) + 1
        text = fields.one("transcript")
        version = (
            self.objects.transcript(text, next(iter(languages), self.mapping.language), origin)
            if text
            else None
        )
        return Source(
            slug=slug(key, f"row-{fields.line}"),
            medium=self._medium(fields, files, origin),
            title=self._words(title),
            description=self._words("\n\n".join(fields.all("description"))),
            form=self._words(fields.one("form")),
            languages=tuple(languages),
            date=self._date(fields, origin),
            contributions=tuple(
                self.authorities.contribution(value.text, value.column.role, origin)
                for value in dict.fromkeys(fields.values.get("creator", []))
            ),
            about=tuple(dict.fromkeys(self._places(fields, origin))),
            keywords=tuple(fields.all("keywords")),
            part_of=part_of,
            position=self.positions[part_of] if part_of else 0,
            holdings=self._holdings(fields, links),
            identifiers=tuple(self._identifiers(fields)),
            rights=self._rights(fields, origin),
            files=files,
            canvases=canvases,
            texts=(version,) if version else (),
        )

    def _words(self, text: str) -> LanguageMap:
        return {self.mapping.language: text} if text else {}

    def _medium(self, fields: Fields, files: tuple[File, ...], origin: Origin) -> Medium:
        found = medium_in(fields.all("medium")) or (medium_of(files[0].media_type) if files else None)
        found = found or next(filter(None, (medium_in(part.all("medium")) for part in fields.parts)), None)
        if found is None:
            self.arrival.notice(
                gettext(
                    "Nothing says whether this is a text, an image, sound, film or an object; "
                    "it is taken for an object."
                ),
                origin,
                advice=gettext("Give its type."),
            )
        return found or "object"

    def _languages(self, fields: Fields, origin: Origin) -> list[str]:
        found = {text: language_in(text) for text in fields.all("language")}
        for text, tag in found.items():
            if tag is None:
                self.arrival.notice(
                    gettext("“%(text)s” is no code of a language; it is left out.") % {"text": text}, origin
                )
        return list(dict.fromkeys(tag for tag in found.values() if tag))

    def _date(self, fields: Fields, origin: Origin) -> HistoricalDate | None:
        if not (text := fields.one("date")):
            return None
        date = date_in(text, fields.one("approximate"))
        if not understood(date):
            self.arrival.notice(
                gettext(
                    "The date “%(text)s” is not understood; it is kept as written and has no place in time."
                )
                % {"text": text},
                origin,
            )
        return date

    def _places(self, fields: Fields, origin: Origin) -> list[str]:
        names, written = fields.all("place"), (fields.one("latitude"), fields.one("longitude"))
        point = point_in(*written)
        if any(written) and point is None:
            self.arrival.notice(
                gettext("“%(join)s” is no latitude and longitude; it is left out.")
                % {"join": ", ".join(written)},
                origin,
            )
        if point and len(names) != 1:
            self.arrival.notice(
                gettext("The coordinates are left out: the row names no place, or several."),
                origin,
                advice=gettext("Name one place."),
            )
        return [self.authorities.place(name, point if len(names) == 1 else None, origin) for name in names]

    def _holdings(self, fields: Fields, links: tuple[str, ...]) -> tuple[Holding, ...]:
        number = ", ".join(text for text in fields.all("call_number") if not _DOI.fullmatch(text))
        addresses = [*fields.all("link"), *links]
        first = Holding(
            repository=fields.one("repository"), call_number=number, link=next(iter(addresses), "")
        )
        further = tuple(Holding(link=address) for address in addresses[1:])
        return (first, *further) if first != Holding() else ()

    def _identifiers(self, fields: Fields) -> list[ExternalIdentifier]:
        found = [
            ExternalIdentifier(scheme=value.column.scheme or "local", value=value.text)
            for value in fields.values.get("identifier", [])
        ]
        dois = (match for text in fields.all("call_number") if (match := _DOI.fullmatch(text)))
        return list(
            dict.fromkeys((*found, *(ExternalIdentifier(scheme="doi", value=match[1]) for match in dois)))
        )

    def _rights(self, fields: Fields, origin: Origin) -> Rights:
        statement, notes = "", []
        for text in fields.all("rights_note"):
            # The column that most tables call “rights” holds words in some and a statement's address in others.
            known = read_rights_address(text)
            if known and not fields.all("rights"):
                statement = statement or known.uri
            else:
                notes.append(text)
        for text in fields.all("rights"):
            try:
                statement = statement or read_rights(text).uri
            except VocabularyError as error:
                self.arrival.notice(str(error), origin, advice=gettext("It is kept as a note."))
                notes.append(text)
        return Rights(statement=statement, note=self._words("\n\n".join(notes)))

    def _objects(
        self, fields: Fields, origin: Origin
    ) -> tuple[tuple[File, ...], tuple[str, ...], tuple[Canvas, ...]]:
        """Files, addresses elsewhere and canvases of a row and of the views of it."""
        files: list[File] = []
        links: list[str] = []
        canvases: list[Canvas] = []
        for row in (fields, *fields.views):
            here = Origin(origin.file, row.line)
            found, elsewhere = self.objects.files(row.all("file"), here)
            label = row.one("title") if row is not fields else ""
            new = [file for file in found if file.name not in {earlier.name for earlier in files}]
            files += new
            links += elsewhere
            canvases += self._canvases(row, new, label, here)
        return tuple(files), tuple(dict.fromkeys(links)), tuple(canvases)

    def _canvases(self, fields: Fields, files: list[File], label: str, origin: Origin) -> list[Canvas]:
        shown = [file for file in files if file.media_type.startswith(("image/", "audio/", "video/"))]
        if (alt := fields.one("alt")) and not shown:
            self.arrival.notice(
                gettext("The row describes a picture that is not here; the words are left out."), origin
            )
        return [Canvas(file=file.name, label=label, alt=self._words(alt)) for file in shown]

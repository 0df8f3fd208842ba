"""A row that is a person, an organisation or a place."""

from typing import Any

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.csv.authorities import Authorities
from sourcebook.ingest.csv.cells import Fields, point_in
from sourcebook.ingest.csv.mapping import Mapping
from sourcebook.ingest.csv.names import is_person
from sourcebook.ingest.personal_names import from_list
from sourcebook.ingest.slugs import slug
from sourcebook.record import ExternalIdentifier, LanguageMap, Name, Organisation, Person, Place
from sourcebook.vocabulary.dates import HistoricalDate, read_date, understood


def make_agent(
    arrival: Arrival, mapping: Mapping, authorities: Authorities, fields: Fields, origin: Origin
) -> Person | Organisation | Place | None:
    """The authority of a row; None after a refusal."""
    written = fields.one("name") or fields.one("title")
    if not written:
        arrival.refuse(gettext("The row has no name."), origin, advice=gettext("Give it one."))
        return None
    name = Name(text=written, language=mapping.language)
    if mapping.kind == "person" and is_person(written):
        printed = from_list(written)
        name = Name(text=printed.text, language=mapping.language, sort_as=printed.sort_as)
    made = slug(name.text, f"{mapping.kind}-{fields.line}")
    if f"{mapping.kind}:{made}" in arrival.records:
        # Two people may bear one name; the row's own key tells them apart.
        made = slug(f"{name.text} {fields.one('key') or fields.line}", made)
    shared: dict[str, Any] = {
        "slug": made,
        "names": (name,),
        "summary": _words(mapping, fields, "summary"),
        "description": _words(mapping, fields, "description"),
        "identifiers": tuple(
            ExternalIdentifier(scheme=value.column.scheme or "local", value=value.text)
            for value in dict.fromkeys(fields.values.get("identifier", []))
        ),
    }
    born, died = (_date(arrival, fields, field, origin) for field in ("born", "died"))
    if mapping.kind == "place":
        point = point_in(fields.one("latitude"), fields.one("longitude")) or (None, None)
        return Place(**shared, latitude=point[0], longitude=point[1])
    if mapping.kind == "organisation":
        return Organisation(**shared, founded=born, dissolved=died)
    birth_place, death_place = (
        authorities.place(text, None, origin) if (text := fields.one(field)) else ""
        for field in ("birth_place", "death_place")
    )
    return Person(**shared, born=born, died=died, birth_place=birth_place, death_place=death_place)


def _words(mapping: Mapping, fields: Fields, field: str) -> LanguageMap:
    text = "\n\n".join(fields.all(field))
    return {mapping.language: text} if text else {}


def _date(arrival: Arrival, fields: Fields, field: str, origin: Origin) -> HistoricalDate | None:
    if not (text := fields.one(field)):
        return None
    date = read_date(text)
    if not understood(date):
        arrival.notice(
            gettext("The date “%(text)s” is not understood; it is kept as written and has no place in time.")
            % {"text": text},
            origin,
        )
    return date

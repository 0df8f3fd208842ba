"""People, organisations and places that the rows name, each once."""

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.csv.names import is_organisation, is_person
from sourcebook.ingest.personal_names import from_list
from sourcebook.ingest.slugs import slug
from sourcebook.record import Contribution, Name, Organisation, Person, Place


class Authorities:
    """What is named is added to the arrival the first time."""

    def __init__(self, arrival: Arrival, language: str) -> None:
        self.arrival = arrival
        self.language = language

    def contribution(self, name: str, role: str, origin: Origin) -> Contribution:
        """A line of a byline; who is neither surely a person nor an organisation is credited as written alone."""
        agent = ""
        if is_person(name):
            agent = self.person(name, origin)
        elif is_organisation(name):
            agent = self._add(
                Organisation(slug=slug(name, "organisation"), names=(self._name(name),)), origin
            )
        else:
            self.arrival.notice(
                gettext(
                    "“%(name)s” is credited as written; whether it is a person or an organisation is not said."
                )
                % {"name": name},
                origin,
                advice=gettext("Write people as “Surname, Forename”."),
            )
        return Contribution(role=role, agent=agent, credited_as=name)

    def person(self, name: str, origin: Origin) -> str:
        printed = from_list(name)
        named = Name(text=printed.text, language=self.language, sort_as=printed.sort_as)
        return self._add(Person(slug=slug(printed.text, "person"), names=(named,)), origin)

    def place(self, name: str, point: tuple[float, float] | None, origin: Origin) -> str:
        """A place, with its coordinates where a row gives them; the first that does is believed."""
        latitude, longitude = point or (None, None)
        place = Place(
            slug=slug(name, "place"), names=(self._name(name),), latitude=latitude, longitude=longitude
        )
        there = self.arrival.records.get(place.reference)
        if isinstance(there, Place) and there.latitude is None:
            self.arrival.records[place.reference] = place
        return self._add(place, origin)

    def _name(self, name: str) -> Name:
        return Name(text=name, language=self.language)

    def _add(self, record: Person | Organisation | Place, origin: Origin) -> str:
        if record.reference not in self.arrival.records:
            self.arrival.add(record, origin, named_only=True)
        return record.reference

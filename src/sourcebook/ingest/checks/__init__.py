"""What must hold of all that arrives together, whatever its format; each breach is one refusal."""

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.checks.links import Known, broken_links
from sourcebook.ingest.checks.locating import locate
from sourcebook.ingest.checks.vocabulary import foreign_words
from sourcebook.ingest.checks.wholeness import contradictions
from sourcebook.record import Record


def check(arrival: Arrival, on_desk: Known) -> None:
    """Add a refusal for every record that contradicts itself, the vocabulary, or what it refers to."""

    def known(reference: str) -> Record | None:
        return arrival.records.get(reference) or on_desk(reference)

    _identifiers(arrival)
    for reference, record in arrival.records.items():
        origin = arrival.origins[reference]
        for sentence, words, version in dict.fromkeys(contradictions(record)):
            arrival.refuse(sentence, locate(origin, words, version), reference=reference)
        for sentence, words in dict.fromkeys(foreign_words(record)):
            arrival.refuse(sentence, locate(origin, words), reference=reference)
        for sentence, advice, words, version in dict.fromkeys(broken_links(record, known)):
            place = locate(origin, words, version)
            arrival.refuse(sentence, place, advice=advice, reference=reference)


def _identifiers(arrival: Arrival) -> None:
    """A permanent identifier is of one thing."""
    owners: dict[str, Origin] = {}
    for reference, record in arrival.records.items():
        origin = arrival.origins[reference]
        if record.id and record.id in owners:
            arrival.refuse(
                gettext("It has the identifier %(id)s, which was given before, in %(part)s.")
                % {"id": record.id, "part": owners[record.id]},
                locate(origin, record.id),
                advice=gettext("Leave `id` out in the newer one."),
                reference=reference,
            )
        elif record.id:
            owners[record.id] = origin

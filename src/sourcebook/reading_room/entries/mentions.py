"""“Cited in”: for each thing that a record mentions, one card with all the places where it does."""

from collections import defaultdict
from collections.abc import Iterator

from sourcebook.reading_room.addresses import address_of
from sourcebook.reading_room.cards import MENTIONS, MentionCard, Place
from sourcebook.reading_room.catalogue import Entry
from sourcebook.reading_room.entries.filing import filed
from sourcebook.reading_room.entries.shortly import title_of
from sourcebook.reading_room.sorting import date_sort
from sourcebook.record import Event, Record, Reference, Relation, Source, Subject
from sourcebook.record.links import Mention, mentions

_ORDER = ("archive", "year", "theme", "subject", "event", "organisation", "person", "place", "term", "source")


def mention_entries(record: Record) -> Iterator[Entry]:
    places: dict[Reference, list[Place]] = defaultdict(list)
    relations = {(relation.to, relation.type): relation for relation in getattr(record, "relations", ())}
    for mention in mentions(record):
        # Parts and subjects stand in lists of their own, which a volume and a year read.
        if mention.target != record.reference and mention.manner != "part":
            places[mention.target].append(_place(record, mention, relations))
    if not places:
        return
    dated = isinstance(record, Source | Subject | Event)
    date = record.date if isinstance(record, Source | Subject | Event) else None
    sort = f"{_ORDER.index(record.kind)}{date_sort(date) if dated else record.slug}"
    card = MentionCard(
        reference=record.reference,
        address=address_of(record),
        title=title_of(record),
        date=date,
        medium=record.medium if isinstance(record, Source) else "",
    )
    for target, found in places.items():
        yield filed(
            MENTIONS,
            target,
            MentionCard(
                reference=card.reference,
                address=card.address,
                title=card.title,
                date=card.date,
                medium=card.medium,
                places=tuple(found),
            ),
            sort,
        )


def _place(record: Record, mention: Mention, relations: dict[tuple[str, str], Relation]) -> Place:
    if mention.manner == "relates":
        relation = relations[mention.target, mention.role]
        return Place(
            manner="relates", role=mention.role, certainty=relation.certainty, rationale=relation.rationale
        )
    before = after = ""
    if mention.manner == "selects" and isinstance(record, Subject):
        order = [selection.source for selection in record.selections]
        index = order.index(mention.target)
        before = order[index - 1] if index else ""
        after = order[index + 1] if index + 1 < len(order) else ""
    return Place(
        manner=mention.manner,
        fragment=mention.fragment,
        version=mention.version,
        passage=mention.passage,
        role=mention.role,
        before=before,
        after=after,
    )

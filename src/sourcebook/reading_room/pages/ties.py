"""Relations of a record both ways: those it holds, and those that others hold to it."""

from collections.abc import Sequence

from sourcebook.reading_room.credits import Credit, credit
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.cited import Citing
from sourcebook.reading_room.pages.facts import Tie, tie
from sourcebook.record import Relation


def ties(leaf: Leaf, relations: Sequence[Relation], found: Sequence[Citing]) -> list[tuple[str, list[Tie]]]:
    """Grouped by what they are called, in the order in which they come; a pair stated from both ends stands once."""
    grouped: dict[str, list[Tie]] = {}
    for relation in relations:
        made = tie(
            leaf,
            relation.type,
            credit(leaf, relation.to),
            relation.certainty,
            relation.rationale,
            relation.evidence,
        )
        grouped.setdefault(made.label, []).append(made)
    for one in found:
        for place in one.places:
            if place.manner != "relates":
                continue
            other = Credit(one.title, one.address)
            made = tie(leaf, place.role, other, place.certainty, place.rationale, inverse=True)
            if all(known.to.address != one.address for known in grouped.get(made.label, ())):
                grouped.setdefault(made.label, []).append(made)
    return list(grouped.items())

"""What is known about a source: where the original is, how it came down to us, what may be done with it."""

from typing import NamedTuple

from markupsafe import Markup

from sourcebook.reading_room import labels
from sourcebook.reading_room.credits import Credit, credit
from sourcebook.reading_room.dating import dated
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.markdown import Writing
from sourcebook.record import Certainty, Holding, LanguageMap, ProvenanceEvent, Source


class HoldingShown(NamedTuple):
    """Where an original is kept."""

    keeper: Credit | None
    place: str
    """Collection and call number."""
    link: str
    note: Words


class Step(NamedTuple):
    """One link of the chain; a step of which nothing is known is a gap, and is shown as one."""

    label: str
    date: Markup
    agent: Credit | None
    place: Credit | None
    note: Words
    certainty: str
    evidence: Markup
    gap: bool


def holdings(leaf: Leaf, source: Source) -> list[HoldingShown]:
    return [_holding(leaf, holding) for holding in source.holdings]


def _holding(leaf: Leaf, holding: Holding) -> HoldingShown:
    keeper = None
    if holding.organisation or holding.repository:
        keeper = credit(leaf, holding.organisation, holding.repository)
    return HoldingShown(
        keeper=keeper,
        place=", ".join(filter(None, (holding.collection, holding.call_number))),
        link=holding.link if holding.link.startswith(("https://", "http://")) else "",
        note=leaf.say(holding.note),
    )


def provenance(leaf: Leaf, source: Source) -> list[Step]:
    """The chain, oldest first."""
    return [_step(leaf, event) for event in source.provenance]


def _step(leaf: Leaf, event: ProvenanceEvent) -> Step:
    return Step(
        label=labels.provenance(event.type, leaf.language),
        date=dated(event.date, leaf),
        agent=credit(leaf, event.agent, event.agent_as) if event.agent or event.agent_as else None,
        place=credit(leaf, event.place) if event.place else None,
        note=leaf.say(event.note),
        certainty=doubt(leaf, event.certainty),
        evidence=Writing(leaf).inline(event.evidence) if event.evidence else Markup(""),
        gap=event.type == "unknown",
    )


def doubt(leaf: Leaf, certainty: Certainty) -> str:
    """`probable`, `disputed` …; nothing where there is no doubt."""
    return "" if certainty == "certain" else labels.certainty(certainty, leaf.language)


class Tie(NamedTuple):
    """A relation, read from this record's end."""

    label: str
    to: Credit
    certainty: str
    rationale: Words
    evidence: Markup


def tie(
    leaf: Leaf,
    code: str,
    to: Credit,
    certainty: Certainty,
    rationale: LanguageMap,
    evidence: str = "",
    *,
    inverse: bool = False,
) -> Tie:
    return Tie(
        label=labels.relation(code, leaf.language, inverse),
        to=to,
        certainty=doubt(leaf, certainty),
        rationale=leaf.say(rationale),
        evidence=Writing(leaf).inline(evidence) if evidence else Markup(""),
    )

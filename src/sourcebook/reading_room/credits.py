"""Bylines: who, in which role, credited how."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from sourcebook.reading_room import labels
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.tongues import spoken_in
from sourcebook.record import Contribution


class Credit(NamedTuple):
    """One name; `address` is empty where no page stands for it."""

    name: Words
    address: str


class Line(NamedTuple):
    """A role and those who had it."""

    role: str
    code: str
    credits: tuple[Credit, ...]


def credit(leaf: Leaf, reference: str, credited_as: str = "") -> Credit:
    """The credited form, else the preferred name; a reference nobody has published shows its slug's words."""
    card = leaf.name(reference)
    if card is None:
        return Credit(Words(credited_as or reference.partition(":")[2].replace("-", " "), ""), "")
    return Credit(Words(credited_as, "") if credited_as else leaf.say(card.title), leaf.address(card.address))


def byline(leaf: Leaf, contributions: Sequence[Contribution]) -> list[Line]:
    """Contributions by role, in the order in which roles first come."""
    found: dict[str, list[Credit]] = {}
    for one in contributions:
        found.setdefault(one.role, []).append(credit(leaf, one.agent, one.credited_as))
    return [Line(labels.role(role, leaf.language), role, tuple(line)) for role, line in found.items()]


def names(leaf: Leaf, contributions: Sequence[Contribution], *roles: str) -> list[str]:
    """The names of those who had one of these roles, as text."""
    return [credit(leaf, one.agent, one.credited_as).name.text for one in contributions if one.role in roles]


def editors(leaf: Leaf) -> list[Credit]:
    """Those who answer for the archive."""
    return [credit(leaf, agent, credited_as) for agent, credited_as in leaf.imprint.editors]


def credited(names_in_row: Sequence[Credit], leaf: Leaf) -> Markup:
    """Names in a row, linked where a page stands for them."""
    return Markup(", ").join([_credited(one, leaf) for one in names_in_row])


def _credited(one: Credit, leaf: Leaf) -> Markup:
    name = spoken_in(one.name, leaf)
    return Markup('<a href="{}">{}</a>').format(one.address, name) if one.address else name

"""Typed relations between persons, organisations, places, events, terms and sources.

A relation is stored once and read from both ends: each type names its inverse. Labels stand before the other end's
name as a heading does (“led to: …”, «Следствие: …»), so that no name has to be declined in Russian.
"""

import msgspec

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import unknown
from sourcebook.vocabulary.kinds import Kind

Kinds = tuple[Kind, ...]


class RelationType(msgspec.Struct, frozen=True):
    """A relation read from one end, and the kinds of thing that may stand at either end."""

    code: str
    inverse: str
    english: str
    russian: str
    from_kinds: Kinds
    to_kinds: Kinds


_PERSON: Kinds = ("person",)
_BODY: Kinds = ("organisation",)
_AGENT: Kinds = ("person", "organisation")
_PLACE: Kinds = ("place",)
_EVENT: Kinds = ("event",)
_TERM: Kinds = ("term",)
_SOURCE: Kinds = ("source",)
_AUTHORITY: Kinds = ("person", "organisation", "place", "event", "term")
_ANY: Kinds = (*_AUTHORITY, "source")

Reading = tuple[str, str, str]

# One reading (code, English, Russian), the inverse one, and the kinds of the first end and of the second.
_PAIRS: tuple[tuple[Reading, Reading, Kinds, Kinds], ...] = (
    (("led_to", "led to", "Следствие"), ("followed_from", "followed from", "Причина"), _EVENT, _EVENT),
    (("preceded", "came before", "Последующее событие"), ("followed", "came after", "Предшествующее событие"))
    + (_EVENT, _EVENT),
    (("part_of", "part of", "Входит в состав"), ("has_part", "includes", "Включает"), _ANY, _ANY),
    (("member_of", "member of", "Членство"), ("has_member", "members", "Члены"), _AGENT, _BODY),
    (("leader_of", "led", "Руководство"), ("led_by", "led by", "Руководители"), _PERSON, _BODY),
    (("employed_by", "worked at", "Место работы"), ("employer_of", "staff", "Сотрудники"), _PERSON, _BODY),
    (("founder_of", "founded", "Основание"), ("founded_by", "founded by", "Основатели"), _AGENT, _BODY),
    (
        ("successor_of", "successor of", "Предшественник"),
        ("succeeded_by", "succeeded by", "Преемник"),
        _AGENT,
        _AGENT,
    ),
    (("parent_of", "parent of", "Дети"), ("child_of", "child of", "Родители"), _PERSON, _PERSON),
    (("spouse_of", "married to", "Супруги"), ("spouse_of", "married to", "Супруги"), _PERSON, _PERSON),
    (("sibling_of", "brother or sister of", "Братья и сёстры"),) * 2 + (_PERSON, _PERSON),
    (
        ("born_in", "born in", "Место рождения"),
        ("birthplace_of", "birthplace of", "Здесь родились"),
        _PERSON,
        _PLACE,
    ),
    (
        ("died_in", "died in", "Место смерти"),
        ("deathplace_of", "place of death of", "Здесь умерли"),
        _PERSON,
        _PLACE,
    ),
    (
        ("lived_in", "lived in", "Место жительства"),
        ("residence_of", "home of", "Здесь жили"),
        _PERSON,
        _PLACE,
    ),
    (("based_in", "based in", "Местонахождение"), ("seat_of", "seat of", "Здесь находятся"), _BODY, _PLACE),
    (
        ("located_in", "located in", "Находится в"),
        ("location_of", "location of", "На этой территории"),
        _PLACE,
        _PLACE,
    ),
    (("took_part_in", "took part in", "Участие в событиях"), ("had_participant", "participants", "Участники"))
    + (_AGENT, _EVENT),
    (("took_place_at", "took place at", "Место события"), ("place_of", "events here", "События в этом месте"))
    + (_EVENT, _PLACE),
    (
        ("influenced", "influenced", "Оказанное влияние"),
        ("influenced_by", "influenced by", "Испытанное влияние"),
    )
    + (_AUTHORITY, _AUTHORITY),
    (("about", "about", "Предмет"), ("subject_of", "subject of", "Источники по теме"), _SOURCE, _AUTHORITY),
    (("responds_to", "responds to", "Ответ на"), ("answered_by", "answered by", "Ответ"), _SOURCE, _SOURCE),
    (("copy_of", "copy of", "Копия с"), ("has_copy", "has copy", "Копии"), _SOURCE, _SOURCE),
    (
        ("broader", "broader term", "Более широкое понятие"),
        ("narrower", "narrower term", "Более узкое понятие"),
    )
    + (_TERM, _TERM),
    (("same_as", "the same as", "То же, что"),) * 2 + (_AUTHORITY, _AUTHORITY),
    (("associated_with", "associated with", "Связано с"),) * 2 + (_ANY, _ANY),
)

RELATIONS: dict[str, RelationType] = {
    reading[0]: RelationType(reading[0], other[0], reading[1], reading[2], from_kinds, to_kinds)
    for one, two, first, second in _PAIRS
    for reading, other, from_kinds, to_kinds in ((one, two, first, second), (two, one, second, first))
}


def relation(code: str) -> RelationType:
    """The type with a code; raises VocabularyError for an unknown one."""
    if code not in RELATIONS:
        raise unknown(Sentence("“{code}” is no known relation; did you mean {near}?"), code, RELATIONS)
    return RELATIONS[code]


def inverse(code: str) -> str:
    """The code of the relation read from its other end; a symmetric relation is its own inverse."""
    return relation(code).inverse


def relation_label(code: str, language: str, inverse: bool = False) -> str:
    """The label in Russian ("ru…") or else in English, read from the first end or, when inverse, from the second."""
    found = relation(relation(code).inverse if inverse else code)
    return found.russian if language.startswith("ru") else found.english


def joins(code: str, from_kind: str, to_kind: str) -> bool:
    """Whether a relation may run from one kind of thing to another."""
    found = relation(code)
    return from_kind in found.from_kinds and to_kind in found.to_kinds

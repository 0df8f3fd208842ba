"""The judged questions in `judged/`, the real material they are asked of, and how well a ranking serves them."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from sourcebook.ingest.tei import read
from sourcebook.record import Record
from sourcebook.search.answering.relaxing import of_passages
from sourcebook.search.asking import Filters
from sourcebook.search.documents import PassageDocument
from sourcebook.search.making import Surroundings, document_of
from tests.search.room import SearchRoom

Grades = dict[str, int]
"""By reference, `subject:suez`, or reference and passage, `source:babel-marija#scene1.s15`; 3 is what was asked for."""

ENGLISH, RUSSIAN = "english", "russian"
HELD_OUT = "-held-out"
"""Added to the name of a set: questions that nobody looks at while the ranking is tuned."""
AT = 10
_PAPERS = ("milestones", "frus-1956-excerpt", "frus-tei")
_PLAYS = "rusdracor"


def judged(name: str) -> dict[str, Grades]:
    """The grades of each question of a set."""
    found: dict[str, Grades] = {}
    lines = (Path(__file__).parent / "judged" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("? "):
            grades = found[line[2:]] = {}
        elif line and not line.startswith("#"):
            grade, reference = line.split(" ", 1)
            grades[reference] = int(grade)
    return found


def papers(shared: Path) -> list[Record]:
    """Essays of Milestones and volumes of diplomatic documents, 946 records in English."""
    found: dict[str, Record] = {}
    for path in [*sorted((shared / _PAPERS[0]).glob("*.xml")), *(shared / name for name in _PAPERS[1:])]:
        found |= read([path]).records
    return list(found.values())


def plays(shared: Path) -> list[Record]:
    """Eight Russian plays."""
    return list(read([shared / _PLAYS]).records.values())


def ndcg(grades: Sequence[int], ideal: Iterable[int]) -> float:
    """Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, 2002), gain 2^grade - 1."""

    def gain(ordered: Sequence[int]) -> float:
        return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(ordered[:AT]))

    best = gain(sorted(ideal, reverse=True))
    return gain(grades) / best if best else 0.0


def records_for(room: SearchRoom, asked: str) -> list[str]:
    return room.found(asked, AT)


def passages_for(room: SearchRoom, asked: str) -> list[PassageDocument]:
    """The best passages of the plays' own text: those with all words, then those with most."""
    reader, filters = room.index.reader(), Filters(facets={"kind": ("source",)})
    expanded = room.expanded(asked)
    ids: dict[str, None] = {}
    for match in (expanded.match, expanded.loose):
        if match is not None and len(ids) < AT:
            ids.update(
                dict.fromkeys(one.id for one in reader.passages(of_passages(match), filters, limit=60))
            )
    found = reader.passage_documents(list(ids))
    return [found[one] for one in ids if found[one].kind == "text"][:AT]


def grade_of(passage: PassageDocument, reference: str, grades: Grades) -> int:
    """The best grade of any of the keys that stand in a passage of the index."""
    return max((grades.get(f"{reference}#{anchor.key}", 0) for anchor in passage.anchors), default=0)


def english_scores(room: SearchRoom, name: str = ENGLISH) -> dict[str, float]:
    """nDCG@10 of each question asked of the papers."""
    return {
        asked: ndcg([grades.get(one, 0) for one in records_for(room, asked)], grades.values())
        for asked, grades in judged(name).items()
    }


def russian_scores(room: SearchRoom, name: str = RUSSIAN) -> dict[str, float]:
    """nDCG@10 of each question asked of the plays' passages."""
    pieces = pieces_of(room)
    scores = {}
    for asked, grades in judged(name).items():
        ideal = [grade_of(passage, reference, grades) for reference, passage in pieces.values()]
        found = [grade_of(one, pieces[one.id][0], grades) for one in passages_for(room, asked)]
        scores[asked] = ndcg(found, ideal)
    return scores


def pieces_of(room: SearchRoom) -> dict[str, tuple[str, PassageDocument]]:
    """All passages of the plays' own text as the index has them, by id, each with its source."""
    made = (document_of(record, Surroundings(address="/")) for record in room.records.values())
    return {
        passage.id: (document.reference, passage)
        for document in made
        if document
        for passage in document.passages
        if passage.kind == "text"
    }


def mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known)

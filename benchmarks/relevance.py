"""How well search ranks, on our own judged questions, beside plain BM25 (`bm25s`) in the same run.

    .venv/bin/python benchmarks/relevance.py [--each]

nDCG@10 over the questions in `tests/search/judged/`: English ones are asked of records (essays of Milestones, volumes
of diplomatic documents), Russian ones of passages (eight plays). Of each language there is a set by which the ranking
was tuned, and one held out, which nobody looks at meanwhile. `--each` prints every question of the former.
"""

import sys
import tempfile
from pathlib import Path

import bm25s
import Stemmer
from django.conf import settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sourcebook.search.making import Surroundings, document_of
from tests.search.relevance import (
    AT,
    ENGLISH,
    HELD_OUT,
    RUSSIAN,
    english_scores,
    grade_of,
    judged,
    mean,
    ndcg,
    papers,
    pieces_of,
    plays,
    russian_scores,
)
from tests.search.room import SearchRoom

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"

Scores = dict[str, dict[str, float]]
"""Of each set the nDCG of each question."""


class PlainBM25:
    """bm25s as its manual shows it: Snowball stems, its own stop words for English."""

    def __init__(self, texts: list[str], language: str, stop_words: str | list[str]) -> None:
        self._stemmer = Stemmer.Stemmer(language)
        self._stop_words = stop_words
        self._index = bm25s.BM25()
        self._index.index(self._words(texts), show_progress=False)

    def _words(self, texts: list[str]) -> object:
        return bm25s.tokenize(texts, stopwords=self._stop_words, stemmer=self._stemmer, show_progress=False)

    def best(self, asked: str) -> list[int]:
        found, scores = self._index.retrieve(self._words([asked]), k=AT, show_progress=False)
        return [int(one) for one, score in zip(found[0], scores[0], strict=True) if score > 0]


def plain_english(room: SearchRoom, name: str) -> dict[str, float]:
    made = [document_of(record, Surroundings(address="/")) for record in room.records.values()]
    documents = [document for document in made if document]
    texts = [
        " ".join([*(words.text for words in one.words), *(passage.text for passage in one.passages)])
        for one in documents
    ]
    plain = PlainBM25(texts, "english", "en")
    return {
        asked: ndcg([grades.get(documents[one].reference, 0) for one in plain.best(asked)], grades.values())
        for asked, grades in judged(name).items()
    }


def plain_russian(room: SearchRoom, name: str) -> dict[str, float]:
    pieces = list(pieces_of(room).values())
    plain = PlainBM25([passage.text for _, passage in pieces], "russian", [])
    scores = {}
    for asked, grades in judged(name).items():
        graded = [grade_of(passage, reference, grades) for reference, passage in pieces]
        scores[asked] = ndcg([graded[one] for one in plain.best(asked)], graded)
    return scores


def main() -> None:
    if not SHARED.is_dir():
        sys.exit("REAL MATERIAL IS ABSENT: the shared data folder is not beside the checkout.")
    # What reads TEI may have something to say, in the language that is set.
    settings.configure(USE_I18N=False)
    with tempfile.TemporaryDirectory() as name:
        english = SearchRoom(Path(name) / "papers", papers(SHARED))
        russian = SearchRoom(Path(name) / "plays", plays(SHARED))
        ours: Scores = {}
        plain: Scores = {}
        for name in (ENGLISH, ENGLISH + HELD_OUT):
            ours[name], plain[name] = english_scores(english, name), plain_english(english, name)
        for name in (RUSSIAN, RUSSIAN + HELD_OUT):
            ours[name], plain[name] = russian_scores(russian, name), plain_russian(russian, name)
    print(f"nDCG@{AT}                    questions   ours  bm25s")
    for ending in ("", HELD_OUT):
        sets = (ENGLISH + ending, RUSSIAN + ending)
        for name in sets:
            told(name, ours[name], plain[name])
            if "--each" in sys.argv and not ending:
                for asked in ours[name]:
                    print(f"    {asked:<50.50}   {ours[name][asked]:.2f}   {plain[name][asked]:.2f}")
        told(f"all{ending}", *({**scores[sets[0]], **scores[sets[1]]} for scores in (ours, plain)))


def told(name: str, ours: dict[str, float], plain: dict[str, float]) -> None:
    print(f"{name:<28} {len(ours):>6}  {mean(ours.values()):.3f}  {mean(plain.values()):.3f}")


if __name__ == "__main__":
    main()

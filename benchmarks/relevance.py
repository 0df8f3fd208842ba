"""How well search ranks, on our own judged questions, beside plain BM25 (`bm25s`) in the same run.

    .venv/bin/python benchmarks/relevance.py [--each]

nDCG@10 over the questions in `tests/search/judged/`: English ones are asked of records (essays of Milestones, volumes
of diplomatic documents), Russian ones of passages (eight plays). `--each` prints every question.
"""

import sys
import tempfile
from pathlib import Path

import bm25s
import Stemmer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sourcebook.search.making import Surroundings, document_of
from tests.search.relevance import (
    AT,
    ENGLISH,
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


def plain_english(room: SearchRoom) -> dict[str, float]:
    made = [document_of(record, Surroundings(address="/")) for record in room.records.values()]
    documents = [document for document in made if document]
    texts = [
        " ".join([*(words.text for words in one.words), *(passage.text for passage in one.passages)])
        for one in documents
    ]
    plain = PlainBM25(texts, "english", "en")
    return {
        asked: ndcg([grades.get(documents[one].reference, 0) for one in plain.best(asked)], grades.values())
        for asked, grades in judged(ENGLISH).items()
    }


def plain_russian(room: SearchRoom) -> dict[str, float]:
    pieces = list(pieces_of(room).values())
    plain = PlainBM25([passage.text for _, passage in pieces], "russian", [])
    scores = {}
    for asked, grades in judged(RUSSIAN).items():
        graded = [grade_of(passage, reference, grades) for reference, passage in pieces]
        scores[asked] = ndcg([graded[one] for one in plain.best(asked)], graded)
    return scores


def main() -> None:
    if not SHARED.is_dir():
        sys.exit("REAL MATERIAL IS ABSENT: the shared data folder is not beside the checkout.")
    with tempfile.TemporaryDirectory() as name:
        english = SearchRoom(Path(name) / "papers", papers(SHARED))
        russian = SearchRoom(Path(name) / "plays", plays(SHARED))
        ours = {ENGLISH: english_scores(english), RUSSIAN: russian_scores(russian)}
        plain = {ENGLISH: plain_english(english), RUSSIAN: plain_russian(russian)}
    print(f"nDCG@{AT}                    questions   ours  bm25s")
    for language in (ENGLISH, RUSSIAN):
        figures = ours[language], plain[language]
        print(
            f"{language:<28} {len(figures[0]):>6}  {mean(figures[0].values()):.3f}  {mean(figures[1].values()):.3f}"
        )
        if "--each" in sys.argv:
            for asked in figures[0]:
                print(f"    {asked:<50.50}   {figures[0][asked]:.2f}   {figures[1][asked]:.2f}")
    both = [{**scores[ENGLISH], **scores[RUSSIAN]} for scores in (ours, plain)]
    print(f"{'all':<28} {len(both[0]):>6}  {mean(both[0].values()):.3f}  {mean(both[1].values()):.3f}")


if __name__ == "__main__":
    main()

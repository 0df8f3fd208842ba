"""What readers look for stands at the top: judged questions over real material, with a floor.

`benchmarks/relevance.py` prints the same figures beside plain BM25, question by question.
"""

from pathlib import Path

import pytest

from tests.search.relevance import (
    ENGLISH,
    RUSSIAN,
    english_scores,
    judged,
    mean,
    papers,
    plays,
    russian_scores,
)
from tests.search.room import SearchRoom


@pytest.mark.parametrize(("language", "least"), [(ENGLISH, 45), (RUSSIAN, 15)])
def test_the_judged_set_is_whole(language: str, least: int) -> None:
    questions = judged(language)
    assert len(questions) >= least
    assert all(
        max(grades.values()) >= 2 and set(grades.values()) <= {1, 2, 3} for grades in questions.values()
    )


def test_english_questions_of_diplomatic_papers(shared_data: Path, tmp_path: Path) -> None:
    room = SearchRoom(tmp_path, papers(shared_data))
    named = {reference for grades in judged(ENGLISH).values() for reference in grades}
    assert named <= room.records.keys()
    assert mean(english_scores(room).values()) >= 0.86


def test_russian_questions_of_plays(shared_data: Path, tmp_path: Path) -> None:
    scores = russian_scores(SearchRoom(tmp_path, plays(shared_data)))
    assert mean(scores.values()) >= 0.74

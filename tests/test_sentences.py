"""Sentences of packages that know no interface: all are marked, and a Russian editor reads them in Russian."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

import sourcebook
from sourcebook.cli.translations.catalogues import PLAIN
from sourcebook.cli.translations.messages import messages_of
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.sentences import sentence
from sourcebook.record import Source
from sourcebook.record.source import Canvas
from sourcebook.record.spans import RegionSpan, SpanError, check_span
from sourcebook.sentences import Counted, Sentence, unpacked
from sourcebook.vocabulary.dates import read_date
from sourcebook.vocabulary.errors import DateError
from tests.russian import is_russian

PACKAGES = [Path(sourcebook.__path__[0]) / name for name in PLAIN if name != "web"]
GAP = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def errors_raised(file: Path) -> list[ast.Call]:
    """Each error that is made in a file of ours, but those that are no concern of an editor."""
    calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    named = [(call, call.func.id) for call in calls if isinstance(call.func, ast.Name)]
    return [call for call, name in named if name.endswith("Error") and name != "AssertionError"]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_no_error_is_told_in_english_alone(package: Path) -> None:
    bare = [
        f"{file.name}:{call.lineno}"
        for file in package.rglob("*.py")
        for call in errors_raised(file)
        for given in call.args
        if isinstance(given, ast.JoinedStr)
        or (isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value.endswith("."))
    ]
    assert not bare, "Make a Sentence of it, so that it is translated."


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_each_is_told_in_russian(package: Path) -> None:
    told = []
    with translation.override("ru"):
        for message in messages_of(package):
            words = message.words if isinstance(message.words, str) else message.words[1]
            gaps = dict.fromkeys(GAP.findall(words), "…")
            if isinstance(message.words, str):
                told.append(str(Sentence(message.words, **gaps)))
            else:
                gaps.pop("number", None)
                told += [str(Counted(*message.words, number, **gaps)) for number in (1, 2, 5)]
    assert told
    assert not [words for words in told if not is_russian(words)]


def test_a_sentence_speaks_the_language_of_the_moment_and_not_that_of_its_making() -> None:
    with pytest.raises(DateError) as raised:
        read_date("1 May 1956", edtf="1956-02-30")
    assert str(raised.value) == "There is no such day or month as 1956-02-30."
    with translation.override("ru"):
        assert str(raised.value) == "Такого дня или месяца нет: 1956-02-30."
    assert str(raised.value) == "There is no such day or month as 1956-02-30."


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "У source:map 1 лист, листа 30 нет."),
        (3, "У source:map 3 листа, листа 30 нет."),
        (11, "У source:map 11 листов, листа 30 нет."),
        (21, "У source:map 21 лист, листа 30 нет."),
    ],
)
def test_numbers_have_the_form_that_goes_with_them(number: int, expected: str) -> None:
    leaves = tuple(Canvas(file="a.png") for _ in range(number))
    source = Source(id="c72braz7ey", slug="map", medium="image", title={"en": "Map"}, canvases=leaves)
    with pytest.raises(SpanError) as raised:
        check_span(source, RegionSpan(canvas=30, x=0, y=0, width=1, height=1))
    with translation.override("ru"):
        assert str(raised.value) == expected
        # What is kept is told in the language of whoever reads it.
        assert str(unpacked(raised.value.sentence.packed())) == expected


def test_what_fills_a_gap_is_never_taken_for_a_gap() -> None:
    with pytest.raises(DateError, match=r"“x\{text\.__class__\}” is not EDTF"):
        read_date("x", edtf="x{text.__class__}")
    kept = Sentence("“{text}” is no day; write it as YYYY-MM-DD, such as 1956-02-25.", text="{0} {}")
    assert str(unpacked(kept.packed())) == str(kept)


@pytest.mark.parametrize(
    "why", [Sentence("“{fragment}” ends before it starts.", fragment="t=4,2").packed(), "As kept."]
)
def test_a_fault_that_was_found_in_one_language_is_read_in_another(why: str) -> None:
    about = {"target": "source:map", "fragment": "t=4,2", "why": why}
    fault = Fault(code="span-missing", reference="subject:thaw", field="essays-0-body", about=about)
    with translation.override("ru"):
        told = sentence(fault)
    assert ("As kept." in told) == (why == "As kept.")
    assert ("«t=4,2» кончается раньше, чем начинается." in told) == (why != "As kept.")

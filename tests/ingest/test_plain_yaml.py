import hypothesis.strategies as st
import pytest
from hypothesis import given

from sourcebook.ingest.plain_yaml import PlainYamlError, read_yaml, write_yaml
from tests.records import lines

texts = lines() | st.sampled_from(
    ["", " ", "a\n\nb ", " x\ny", "\n", "a\n", "\u2028x", "x\x85y", "---\nx", "\ufeff"]
)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(texts, values, max_size=4))
def test_what_is_written_is_read_back(value: dict[str, object]) -> None:
    assert read_yaml(write_yaml(value))[0] == value


def test_scalars_are_text_and_every_value_has_its_line() -> None:
    value, where = read_yaml("year: 1956\nopen: no\nnames:\n- {text: Nagy}\n- Надь\nempty:\n", first_line=2)
    assert value == {"year": "1956", "open": "no", "names": [{"text": "Nagy"}, "Надь"]}
    assert where[("names", 0, "text")] == 5
    assert where[("names", 1)] == 6


def test_nothing_is_no_fields() -> None:
    assert read_yaml("# only a comment\n") == ({}, {})


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\na: 2", 2, "“a” stands twice, first in line 1"),
        ("a: &x 1\nb: *x", 1, "Anchors"),
        ("a: b: c", 1, "not YAML"),
        ("a: 1\n\tb: 2", 2, "not YAML"),
        ('a: 1\nb: "open', 2, "not YAML"),
        ("a: 1\nb: \x07", 2, "control character"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("? [a]\n: 1", 1, "A key is a word"),
        ("a: " + "[" * 30 + "]" * 30, 1, "too deeply"),
        ("a: " + "[" * 30000, 1, "too deeply"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(PlainYamlError, match=says) as caught:
        read_yaml(text)
    assert caught.value.line == line

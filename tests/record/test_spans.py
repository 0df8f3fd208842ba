import hypothesis.strategies as st
import pytest
from hypothesis import given

from sourcebook.record import Canvas, File, Passage, Source, TextVersion
from sourcebook.record.spans import (
    PassageSpan,
    RegionSpan,
    SpanError,
    TimeSpan,
    check_span,
    parse_span,
    resolve_passages,
)

keys = st.from_regex(r"[A-Za-z][A-Za-z0-9_.]{0,6}(-[a-z0-9]{1,3})?", fullmatch=True)
lengths = st.integers(1, 10**5)
seconds = st.integers(0, 10**8).map(lambda n: n / 1000)
spans = st.one_of(
    st.builds(PassageSpan, first=keys, last=keys | st.just("")),
    st.builds(
        RegionSpan,
        canvas=st.integers(1, 999),
        x=st.integers(0, 10**5),
        y=st.integers(0, 10**5),
        width=lengths,
        height=lengths,
    ),
    st.builds(
        lambda start, length: TimeSpan(start=start, end=length and round(start + length, 3)),
        seconds,
        st.none() | st.integers(1, 10**6).map(lambda n: n / 1000),
    ),
)


@given(spans)
def test_a_span_is_printed_as_it_is_parsed(span: PassageSpan | RegionSpan | TimeSpan) -> None:
    assert parse_span(str(span)) == span


@given(st.text(max_size=30) | st.from_regex(r"(t=|xywh=)[0-9:,.]{0,12}"))
def test_anything_else_is_a_span_or_refused(fragment: str) -> None:
    try:
        span = parse_span(fragment)
    except SpanError:
        return
    assert parse_span(str(span)) == span


SOURCE = Source(
    slug="s",
    medium="audio",
    title={"en": "S"},
    files=(
        File(name="a.png", sha256="0" * 64, media_type="image/png", size=1, width=100, height=50),
        File(name="b.wav", sha256="1" * 64, media_type="audio/wav", size=1, duration=9.0),
    ),
    canvases=(Canvas(file="a.png"),),
    texts=(
        TextVersion(
            key="en",
            language="en",
            passages=tuple(Passage(key=key, text=key) for key in ("p1", "p2", "p3")),
        ),
    ),
)


@pytest.mark.parametrize("fragment", ["p1", "p1--p3", "p2--p2", "xywh=1:0,0,100,50", "t=3,9", "t=8", "t=,2"])
def test_spans_that_are_in_the_source(fragment: str) -> None:
    check_span(SOURCE, parse_span(fragment))


@pytest.mark.parametrize(
    ("fragment", "says"),
    [
        ("p9", "no passage “p9”"),
        ("p1--p9", "no passage"),
        ("p3--p1", "no passage"),
        ("xywh=2:0,0,1,1", "no canvas 2"),
        ("xywh=1:1,0,100,50", "leaves its canvas"),
        ("t=3,10", "after the end"),
    ],
)
def test_spans_that_are_not(fragment: str, says: str) -> None:
    with pytest.raises(SpanError, match=says):
        check_span(SOURCE, parse_span(fragment))


def test_a_run_of_passages_is_in_the_order_of_the_version() -> None:
    found = resolve_passages(SOURCE.texts[0], PassageSpan(first="p1", last="p2"))
    assert [passage.key for passage in found] == ["p1", "p2"]

"""What an address asks for: read with bounds and without complaint."""

from urllib.parse import parse_qsl, urlencode

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary.dates.days import number_of_iso_day
from sourcebook.web.searching.asked import LARGEST, read_asked

NAMES = st.sampled_from(
    ["q", "kind", "medium", "person", "from", "to", "surely", "sort", "page", "size", "part", "x"]
)


@given(st.lists(st.tuples(NAMES, st.text(max_size=30)), max_size=12))
def test_any_fields_have_an_answer_that_says_itself_again(fields: list[tuple[str, str]]) -> None:
    asked = read_asked(urlencode(fields, errors="replace"))
    assert 1 <= asked.page <= 1000
    assert 1 <= asked.size <= LARGEST
    again = read_asked(asked.query_string(page=asked.page))
    assert again.fields == asked.fields
    assert again.page == asked.page


@given(st.text(max_size=300))
def test_any_query_string_has_an_answer(query_string: str) -> None:
    asked = read_asked(query_string)
    asked.filters()
    assert len(parse_qsl(asked.query_string())) >= 0


def test_values_of_one_facet_are_gathered_and_unknown_ones_left_out() -> None:
    asked = read_asked("medium=text&medium=audio&medium=text&colour=red&person=person:imre-nagy&medium=")
    assert asked.filters().facets == {"medium": ("text", "audio"), "person": ("person:imre-nagy",)}


def test_years_months_and_days_bound_a_range() -> None:
    days = read_asked("from=1953-03&to=1956").filters().days
    assert days is not None
    assert (days.first, days.last) == (number_of_iso_day("1953-03-01"), number_of_iso_day("1956-12-31"))
    assert not days.surely
    assert read_asked("from=nonsense&to=").filters().days is None


def test_what_is_out_of_bounds_is_as_usual() -> None:
    asked = read_asked("page=-3&size=100000&sort=price&page=abc")
    assert (asked.page, asked.size, asked.sort) == (1, LARGEST, "relevance")
    assert read_asked("page=99999999999999999999").page == 1

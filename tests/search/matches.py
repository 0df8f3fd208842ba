"""Generated matches and filters over the words of `tests.search.corpus`."""

import hypothesis.strategies as st
from hypothesis.strategies import SearchStrategy

from sourcebook.search.asking import Days, Filters
from sourcebook.search.matching import (
    All,
    Bears,
    Best,
    Dated,
    Except,
    Field,
    Has,
    HasNear,
    HasPhrase,
    HasPrefix,
    Match,
    Mentions,
    Some,
)
from tests.search.corpus import WORDS, facets, stem

_FIELDS: SearchStrategy[Field] = st.sampled_from(("body", "forms", "title", "byline"))
_TOKENS = st.sampled_from([*WORDS, *map(stem, WORDS), "nowhere", "STOP"])
_BOOSTS = st.sampled_from((1.0, 2.5))
_DAY = st.none() | st.integers(-6, 6)
_PLACES = st.lists(
    st.lists(st.sampled_from([stem(word) for word in WORDS]), min_size=1, max_size=3, unique=True).map(tuple),
    min_size=1,
    max_size=4,
).map(tuple)

_LEAVES: SearchStrategy[Match] = st.one_of(
    st.builds(Has, _FIELDS, _TOKENS, _BOOSTS),
    st.builds(HasPhrase, _PLACES, _BOOSTS),
    st.builds(
        HasPrefix, _FIELDS, _TOKENS.flatmap(lambda t: st.integers(1, len(t)).map(lambda n: t[:n])), _BOOSTS
    ),
    st.builds(HasNear, _FIELDS, _TOKENS, st.sampled_from((1, 2)), _BOOSTS),
    st.builds(Bears, st.just("person"), st.sampled_from(("person:a", "person:x")), _BOOSTS),
    st.builds(Mentions, st.sampled_from(("person:a", "place:b", "place:x")), _BOOSTS),
    st.builds(Dated, _DAY, _DAY, st.booleans()),
)


def matches() -> SearchStrategy[Match]:
    return st.recursive(
        _LEAVES,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
            st.builds(Some, st.lists(inner, max_size=3).map(tuple), st.integers(1, 3)),
            st.lists(inner, max_size=3).map(lambda parts: Best(tuple(parts))),
            st.builds(Except, inner),
        ),
        max_leaves=6,
    )


def filters() -> SearchStrategy[Filters]:
    days = st.none() | st.builds(Days, _DAY, _DAY, st.booleans())
    return st.builds(Filters, facets(), days)

"""Which coding of a page a reader gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.web.encodings import accepted


@pytest.mark.parametrize(
    ("header", "codings"),
    [
        (None, ("identity",)),
        ("", ("identity",)),
        ("gzip, deflate, br, zstd", ("br", "gzip", "identity")),
        ("GZIP", ("gzip", "identity")),
        ("x-gzip", ("gzip", "identity")),
        ("br;q=0.5, gzip;q=0.8", ("gzip", "br", "identity")),
        ("br;q=0, gzip", ("gzip", "identity")),
        ("*", ("br", "gzip", "identity")),
        ("*;q=0", ("identity",)),
        ("gzip;q=0.5, identity", ("identity", "gzip")),
        ("gzip ; q = 1.0", ("gzip", "identity")),
        ("gzip;q=many", ("identity",)),
        ("gzip;q=nan", ("identity",)),
        ("gzip;q=7", ("identity",)),
        ("deflate", ("identity",)),
        ("identity;q=0, br", ("br", "identity")),
    ],
)
def test_browsers_and_others_get_what_they_take(header: str | None, codings: tuple[str, ...]) -> None:
    assert accepted(header) == codings


WEIGHTS = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
NAMES = st.sampled_from(["br", "gzip", "identity", "*", "deflate"])


@given(st.dictionaries(NAMES, WEIGHTS))
def test_the_order_is_that_of_the_weights(weights: dict[str, float]) -> None:
    codings = accepted(", ".join(f"{name};q={weight}" for name, weight in weights.items()))

    def weight(coding: str) -> float:
        return weights.get(coding, weights.get("*", 0.0))

    compressed = [coding for coding in codings if coding != "identity"]
    assert compressed == sorted(compressed, key=weight, reverse=True)
    assert set(compressed) == {coding for coding in ("br", "gzip") if weight(coding) > 0}
    assert codings.count("identity") == 1
    after = codings[codings.index("identity") + 1 :]
    assert all(weight(coding) <= weight("identity") for coding in after)


@given(st.text(max_size=40))
def test_any_header_ends_in_something_readable(header: str) -> None:
    codings = accepted(header)
    assert "identity" in codings
    assert set(codings) <= {"br", "gzip", "identity"}

"""Small corpora for engines: documents that are analysed by splitting at spaces."""

import hypothesis.strategies as st
from hypothesis.strategies import SearchStrategy

from sourcebook.search.analysing import STOP, AnalysedPassage, AnalysedRecord
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.engine import Analysed
from sourcebook.search.facets import Facet, Facets
from sourcebook.search.keys import key_of

WORDS = tuple("cult cults of the individual speech speach хрущев хрущева a.b*c c# x-y st stal".split())


def stem(word: str) -> str:
    return word.rstrip("sа")


def analysed(
    name: str,
    *passages: str,
    title: str = "",
    byline: str = "",
    facets: Facets | None = None,
    days: tuple[int | None, int | None] = (None, None),
    mentions: tuple[str, ...] = (),
    version: str = "en",
) -> Analysed:
    """A record whose passages are given as words; all of them mention the same things."""
    key = key_of(name)
    documents = tuple(
        PassageDocument(
            id=f"{key}/{number}",
            key=key,
            number=number,
            kind="text",
            version=version,
            text=text,
            mentions=mentions,
        )
        for number, text in enumerate(passages)
    )
    texts = [text.split() for text in (title, *passages)]
    stems = [stem(word) for words in texts for word in (*words, STOP)]
    forms = sorted({word for words in texts for word in words})
    return Analysed(
        document=RecordDocument(
            key=key,
            identifier=name,
            reference=f"source:{name}",
            kind="source",
            address=f"/sources/{name}/",
            title={"en": title or name},
            first_day=days[0],
            last_day=days[1],
            facets=facets or {},
            passages=documents,
        ),
        record=AnalysedRecord(
            body=" ".join(stems),
            forms=" ".join(forms),
            title=" ".join(sorted({stem(word) for word in title.split()} | set(title.split()))),
            byline=byline,
            order=title or name,
            telling=tuple(sorted(set(stems) - {STOP}, key=stems.index)),
        ),
        passages=tuple(
            AnalysedPassage(
                " ".join(stem(word) for word in text.split()), " ".join(dict.fromkeys(text.split()))
            )
            for text in passages
        ),
    )


def texts() -> SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


_DAYS = st.none() | st.integers(-5, 5)
_FACETS: dict[Facet, tuple[str, ...]] = {
    "medium": ("text", "image"),
    "person": ("person:a", "person:b", "person:c"),
    "year": ("1953", "1956", "undated"),
}


def facets() -> SearchStrategy[Facets]:
    return st.fixed_dictionaries(
        {},
        optional={
            facet: st.lists(st.sampled_from(values), min_size=1, unique=True).map(tuple)
            for facet, values in _FACETS.items()
        },
    )


def _in_order(days: tuple[int | None, int | None]) -> bool:
    return days[0] is None or days[1] is None or days[0] <= days[1]


def corpora() -> SearchStrategy[list[Analysed]]:
    """Up to twelve records."""
    one = st.builds(
        lambda texts, title, byline, facets, days, mentions: (texts, title, byline, facets, days, mentions),
        st.lists(texts(), max_size=3),
        texts() | st.just(""),
        st.sampled_from(("", "хрущев", "speech cult")),
        facets(),
        st.tuples(_DAYS, _DAYS).filter(_in_order),
        st.sampled_from(((), ("person:a",), ("person:a", "place:b"))),
    )
    return st.lists(one, max_size=12).map(
        lambda records: [
            analysed(
                f"r{number}", *texts, title=title, byline=byline, facets=facets, days=days, mentions=mentions
            )
            for number, (texts, title, byline, facets, days, mentions) in enumerate(records)
        ]
    )

"""What every engine must do; `Contract` is inherited by the tests of each."""

from collections.abc import Iterator

import pytest

from sourcebook.search.asking import Days, Filters
from sourcebook.search.engine import Engine, Reader
from sourcebook.search.facets import Facets
from sourcebook.search.keys import key_of
from sourcebook.search.matching import (
    EVERYTHING,
    NOTHING,
    All,
    Bears,
    Best,
    Dated,
    Except,
    Has,
    HasNear,
    HasPhrase,
    HasPrefix,
    Match,
    Mentions,
    Some,
)
from tests.search.corpus import analysed

ANYWHERE = Filters()


def found(reader: Reader, match: Match, filters: Filters = ANYWHERE) -> set[str]:
    ranking = reader.records(match, filters, limit=1000)
    documents = reader.documents([ranked.key for ranked in ranking.first])
    assert ranking.total == len(ranking.first) == len(documents)
    return {document.identifier for document in documents.values()}


class Contract:
    """Tests of one engine, which the fixture `engine` gives empty."""

    @pytest.fixture
    def filled(self, engine: Engine) -> Iterator[Engine]:
        text: Facets = {"medium": ("text",), "person": ("person:a", "person:b"), "year": ("1956",)}
        image: Facets = {"medium": ("image",), "person": ("person:a",), "year": ("undated",)}
        engine.apply(
            [
                analysed(
                    "report",
                    "cult of the individual",
                    "speech хрущева",
                    title="speech",
                    facets=text,
                    days=(10, 20),
                ),
                analysed("poster", "individual cult", byline="хрущев", facets=image, mentions=("person:a",)),
                analysed("song", "cults cults cults", facets=text, days=(30, None), version="ru"),
            ],
            [],
            7,
        )
        yield engine
        engine.close()

    def test_an_empty_index_answers(self, engine: Engine) -> None:
        reader = engine.reader()
        assert (reader.standing().taken_up_to, reader.standing().records) == (0, 0)
        assert found(reader, EVERYTHING) == set()
        assert reader.counts(EVERYTHING, ANYWHERE, ["medium"]) == {"medium": {}}
        assert reader.passages(Has("body", "cult"), ANYWHERE) in ((), [])
        assert list(reader.forms("c", 5)) == []
        assert reader.documents([1]) == {}
        assert reader.passage_documents(["1/0"]) == {}
        assert list(reader.telling(1)) == []

    def test_where_it_stands(self, filled: Engine) -> None:
        standing = filled.reader().standing()
        assert (standing.taken_up_to, standing.records, standing.passages) == (7, 3, 4)

    @pytest.mark.parametrize(
        ("match", "names"),
        [
            (EVERYTHING, "report poster song"),
            (NOTHING, ""),
            (Has("body", "cult"), "report poster song"),
            (Has("forms", "cult"), "report poster"),
            (Has("title", "speech"), "report"),
            (Has("byline", "хрущев"), "poster"),
            (HasPhrase((("cult",), ("of",), ("the",))), "report"),
            (HasPhrase((("cult", "individual"), ("of", "cult"))), "report poster song"),
            (HasPhrase((("individual",), ("speech",))), ""),
            (HasPhrase((("speech",),)), "report"),
            (HasPrefix("forms", "cults"), "song"),
            (HasPrefix("forms", "хру"), "report"),
            (HasNear("forms", "speach"), "report"),
            (HasNear("forms", "sepech"), "report"),
            (HasNear("forms", "speahc"), ""),
            (HasNear("forms", "speahc", 2), "report"),
            (Bears("person", "person:b"), "report song"),
            (Mentions("person:a"), "poster"),
            (Dated(0, 10), "report"),
            (Dated(0, 10, surely=True), ""),
            (Dated(10, 20, surely=True), "report"),
            (Dated(1000, None), "song"),
            (Dated(None, None), "report song"),
            (All((Has("body", "cult"), Except(Has("body", "of")))), "poster song"),
            (Except(Has("body", "of")), "poster song"),
            (Some((Has("body", "of"), Has("forms", "cults"))), "report song"),
            (Some((Has("body", "of"), Has("body", "individual"), Has("body", "cult")), 2), "report poster"),
            (Some((Has("body", "cult"),), 2), ""),
            (Best((Has("body", "of"), Has("byline", "хрущев"))), "report poster"),
            (Best(()), ""),
        ],
    )
    def test_what_matches(self, filled: Engine, match: Match, names: str) -> None:
        assert found(filled.reader(), match) == set(names.split())

    @pytest.mark.parametrize(
        ("filters", "names"),
        [
            (Filters({"medium": ("text",)}), "report song"),
            (Filters({"medium": ("text", "image")}), "report poster song"),
            (Filters({"medium": ("image",), "person": ("person:b",)}), ""),
            (Filters({"medium": ()}), "report poster song"),
            (Filters(days=Days(15, 16)), "report"),
            (Filters({"medium": ("text",)}, Days(31, None, surely=False)), "song"),
        ],
    )
    def test_filters(self, filled: Engine, filters: Filters, names: str) -> None:
        assert found(filled.reader(), Has("body", "cult"), filters) == set(names.split())
        passages = filled.reader().passages(Has("body", "cult"), filters)
        assert {passage.key for passage in passages} == {key_of(name) for name in names.split()}

    def test_counts_of_facets(self, filled: Engine) -> None:
        reader = filled.reader()
        assert reader.counts(Has("body", "cult"), ANYWHERE, ["medium", "person", "theme"]) == {
            "medium": {"text": 2, "image": 1},
            "person": {"person:a": 3, "person:b": 2},
            "theme": {},
        }
        narrow = Filters({"medium": ("image",)})
        assert reader.counts(EVERYTHING, narrow, ["person"]) == {"person": {"person:a": 1}}
        assert reader.counts(EVERYTHING, ANYWHERE, ["person"], most=1) == {"person": {"person:a": 3}}

    def test_order_by_relevance(self, filled: Engine) -> None:
        first = filled.reader().records(Has("body", "cult"), ANYWHERE).first
        assert first[0].key == key_of("song")
        assert [one.score for one in first] == sorted((one.score for one in first), reverse=True)
        boosted = Some((Has("body", "cult"), Has("title", "speech", boost=9.0)))
        assert filled.reader().records(boosted, ANYWHERE).first[0].key == key_of("report")

    def test_filters_and_dates_add_nothing_to_the_score(self, filled: Engine) -> None:
        reader = filled.reader()
        narrowed = reader.records(Has("body", "of"), Filters({"medium": ("text",)}, Days(0, 99))).first
        dated = reader.records(All((Has("body", "of"), Dated(0, 99), Except(NOTHING))), ANYWHERE).first
        plain = reader.records(Has("body", "of"), ANYWHERE).first
        assert [one.score for one in narrowed] == [one.score for one in plain] == [one.score for one in dated]

    def test_other_orders(self, filled: Engine) -> None:
        reader = filled.reader()

        def names(sort: str) -> list[str]:
            ranking = reader.records(EVERYTHING, ANYWHERE, sort=sort)  # type: ignore[arg-type]
            documents = reader.documents([one.key for one in ranking.first])
            return [documents[one.key].identifier for one in ranking.first]

        assert names("date") == ["report", "song", "poster"]
        assert names("date_back") == ["song", "report", "poster"]
        assert names("title") == ["poster", "song", "report"]

    def test_pages_join_without_gap(self, filled: Engine) -> None:
        reader = filled.reader()
        whole = reader.records(EVERYTHING, ANYWHERE, sort="title").first
        parts = [reader.records(EVERYTHING, ANYWHERE, sort="title", start=n, limit=1).first for n in range(4)]
        assert [one for part in parts for one in part] == list(whole)
        assert reader.records(EVERYTHING, ANYWHERE, start=10**9, limit=10).first == ()

    def test_passages(self, filled: Engine) -> None:
        reader = filled.reader()
        hits = reader.passages(Has("body", "cult"), ANYWHERE)
        assert {hit.id for hit in hits} == {f"{key_of(name)}/0" for name in ("report", "poster", "song")}
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert len(reader.passages(Has("body", "cult"), ANYWHERE, limit=1)) == 1
        only = reader.passages(Has("body", "cult"), ANYWHERE, within=[key_of("song"), 5])
        assert [hit.key for hit in only] == [key_of("song")]
        assert not reader.passages(Has("body", "cult"), ANYWHERE, within=[])
        assert not reader.passages(Has("title", "speech"), ANYWHERE), "titles are no passage's"
        assert [hit.key for hit in reader.passages(Mentions("person:a"), ANYWHERE)] == [key_of("poster")]

    def test_passages_are_read_whether_they_were_ranked_or_not(self, filled: Engine) -> None:
        reader, wanted = filled.reader(), [f"{key_of('report')}/{number}" for number in (0, 1)]
        ranked = [hit.id for hit in reader.passages(Has("body", "cult"), ANYWHERE)]
        assert wanted[0] in ranked
        assert wanted[1] not in ranked
        for _ in range(2):
            assert set(reader.passage_documents([*wanted, "1/2"])) == set(wanted)
        filled.apply([], [key_of("report")], 8)
        assert filled.reader().passage_documents(wanted) == {}
        assert set(reader.passage_documents(wanted)) == set(wanted), "a reader keeps its state"

    def test_passages_of_one_record_in_order(self, filled: Engine) -> None:
        reader, key = filled.reader(), key_of("report")
        both = Some((Has("body", "cult"), Has("body", "speech")))
        assert list(reader.in_order(both, key)) == [f"{key}/0", f"{key}/1"]
        assert list(reader.in_order(both, key, start=1)) == [f"{key}/1"]
        assert list(reader.in_order(both, key, limit=1)) == [f"{key}/0"]
        assert list(reader.in_order(both, key, version="ru")) == []
        assert list(reader.in_order(both, 12345)) == []
        assert len(reader.in_order(Has("body", "cult"), key_of("song"), version="ru")) == 1

    def test_documents_come_back_as_they_went_in(self, engine: Engine) -> None:
        one = analysed(
            "report", "cult of the individual", title="Доклад", days=(1, None), mentions=("person:a",)
        )
        engine.apply([one], [], 1)
        reader = engine.reader()
        stored = reader.documents([one.document.key])[one.document.key]
        assert (stored.title, stored.first_day, stored.last_day) == ({"en": "Доклад"}, 1, None)
        assert (stored.passages, stored.words) == ((), ())
        wanted = one.document.passages[0]
        assert reader.passage_documents([wanted.id, "1/2"]) == {wanted.id: wanted}
        assert tuple(reader.telling(one.document.key)) == one.record.telling

    def test_a_record_is_replaced(self, filled: Engine) -> None:
        filled.apply([analysed("report", "thaw")], [], 8)
        reader = filled.reader()
        assert reader.standing().taken_up_to == 8
        assert (reader.standing().records, reader.standing().passages) == (3, 3)
        assert found(reader, Has("body", "of")) == set()
        assert found(reader, Has("body", "thaw")) == {"report"}
        assert reader.counts(EVERYTHING, ANYWHERE, ["person"]) == {"person": {"person:a": 2, "person:b": 1}}

    def test_a_record_that_is_gone_is_gone_everywhere(self, filled: Engine) -> None:
        filled.apply([], [key_of("report"), 404], 8)
        reader = filled.reader()
        assert found(reader, EVERYTHING) == {"poster", "song"}
        assert not reader.passages(Has("body", "of"), ANYWHERE)
        assert reader.documents([key_of("report")]) == {}
        assert reader.counts(EVERYTHING, ANYWHERE, ["person"]) == {"person": {"person:a": 2, "person:b": 1}}
        assert list(reader.forms("spee", 5)) == []
        assert list(reader.bearing("person", "person:b")) == ["source:song"]

    def test_one_change_puts_and_takes(self, filled: Engine) -> None:
        filled.apply([analysed("new", "thaw")], [key_of("song")], 9)
        assert found(filled.reader(), EVERYTHING) == {"report", "poster", "new"}

    def test_a_reader_keeps_its_state(self, filled: Engine) -> None:
        before = filled.reader()
        counted = before.counts(EVERYTHING, ANYWHERE, ["person"])
        assert counted["person"]
        filled.apply([], [key_of("report"), key_of("song"), key_of("poster")], 8)
        assert found(before, EVERYTHING) == {"report", "poster", "song"}
        assert before.counts(EVERYTHING, ANYWHERE, ["person"]) == counted
        for _ in range(2):
            assert filled.reader().counts(EVERYTHING, ANYWHERE, ["person"]) == {"person": {}}
        assert found(filled.reader(), EVERYTHING) == set()

    def test_forms_by_frequency(self, filled: Engine) -> None:
        assert list(filled.reader().forms("cu", 5)) == [("cult", 2), ("cults", 1)]
        assert list(filled.reader().forms("cu", 1)) == [("cult", 2)]

    def test_frequency(self, filled: Engine) -> None:
        assert filled.reader().frequency("body", "cult") == 3
        assert filled.reader().frequency("body", "nowhere") == 0

    def test_who_bears_a_value(self, filled: Engine) -> None:
        assert set(filled.reader().bearing("person", "person:b")) == {"source:report", "source:song"}
        assert list(filled.reader().bearing("person", "person:x")) == []

    def test_what_fails_leaves_nothing_and_harms_nothing(self, filled: Engine) -> None:
        def poisoned() -> Iterator[object]:
            yield analysed("new", "thaw")
            raise RuntimeError("the reading of a record failed")

        with pytest.raises(Exception, match="failed"):
            filled.apply(poisoned(), [key_of("song")], 9)  # type: ignore[arg-type]
        assert found(filled.reader(), EVERYTHING) == {"report", "poster", "song"}
        assert filled.reader().standing().taken_up_to == 7
        filled.apply([analysed("new", "thaw")], [], 9)
        assert found(filled.reader(), Has("body", "thaw")) == {"new"}
        assert filled.reader().standing().taken_up_to == 9

    def test_exact_counts_of_very_many_values(self, engine: Engine) -> None:
        many = [
            analysed(
                f"r{n}", "cult", facets={"person": tuple(f"person:p{(n * 41 + k) % 3000}" for k in range(50))}
            )
            for n in range(120)
        ]
        engine.apply(many, [], 1)
        expected: dict[str, int] = {}
        for one in many:
            for value in one.document.facets["person"]:
                expected[value] = expected.get(value, 0) + 1
        counts = engine.reader().counts(EVERYTHING, ANYWHERE, ["person"], most=10_000)["person"]
        assert counts == expected
        engine.close()

import msgspec

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.report import Line, Report
from sourcebook.record import Year


def test_a_line_says_where_what_and_what_to_do() -> None:
    line = Line(outcome="refused", message="There is no file b.jpg.", file="a.md", line=3, advice="Bring it.")
    assert str(line) == "a.md:3: There is no file b.jpg. Bring it."


def test_one_refusal_is_a_failure_and_says_that_nothing_came_in() -> None:
    report = Report(
        lines=(Line(outcome="refused", message="It is broken."), Line(outcome="notice", message="Odd."))
    )
    assert report.exit_status == 1
    assert report.as_text().startswith("Nothing was imported: 1 refused, 1 notices.\n")


def test_equal_notices_are_counted_for_people_and_listed_for_scripts() -> None:
    lines = tuple(
        Line(outcome="notice", message="A pointer leads nowhere.", file="a.xml", line=n) for n in range(1, 85)
    )
    report = Report(lines=lines)
    assert report.as_text().count("A pointer leads nowhere.") == 1
    assert "(and 83 times more)" in report.as_text()
    assert len(msgspec.json.decode(report.as_json())["lines"]) == 84
    assert report.exit_status == 0


def test_many_made_records_are_counted_by_kind() -> None:
    lines = tuple(Line(outcome="made", reference=f"source:s{n}") for n in range(30))
    assert "Made: source 30" in Report(lines=lines).as_text()


def test_a_dry_run_says_so() -> None:
    report = Report(lines=(Line(outcome="made", reference="year:1956"),), dry_run=True)
    assert report.as_text().startswith("This would be the import: 1 made.")
    assert msgspec.json.decode(report.as_json())["dry_run"] is True


def test_the_same_reference_twice_is_refused_with_both_places() -> None:
    arrival = Arrival()
    arrival.add(Year(slug="1956"), Origin("a.csv", 2))
    arrival.join(
        [Arrival(records={"year:1956": Year(slug="1956")}, origins={"year:1956": Origin("b.csv", 7)})]
    )
    assert [str(line) for line in arrival.lines] == [
        "b.csv:7: year:1956: year:1956 was given before, in a.csv:2. Give one of the two another name."
    ]

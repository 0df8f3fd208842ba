"""`import-report.md`: what an import says it did."""

from sourcebook.cli.reference.markdown import code, page, table
from sourcebook.cli.reference.source_text import own_fields
from sourcebook.ingest.report import OUTCOMES, SHOWN, Line, Outcome

LEAD = f"""`sourcebook import` answers with one report, whatever the format. For people it gives totals first,
then what went wrong or needs a look, at most {SHOWN} lines of each outcome. `--json` gives all lines:
`{{"dry_run": …, "refused": …, "counts": {{…}}, "lines": [{{…}}]}}`. `counts` has a number for each outcome,
`refused` is `true` when anything was refused; then nothing at all was brought in, and the exit status is 1."""

MEANINGS: dict[Outcome, str] = {
    "refused": "It cannot come in; with a single one of these, nothing does.",
    "kept": "Somebody changed it at the desk since the last import, so it stays; this line reports it.",
    "made": "It was not there and is now.",
    "changed": "It was there and says something else now.",
    "left_alone": "It was there and says the same already.",
    "notice": "A person should know it; it keeps nothing from coming in.",
}


def report_page() -> str:
    """The outcomes, and the fields of a line."""
    outcomes = [[code(outcome), MEANINGS[outcome]] for outcome in OUTCOMES]
    fields = [[code(field.name), field.docstring] for field in own_fields(Line)]
    return page(
        "The report of an import",
        LEAD,
        "## Outcomes",
        table(["outcome", "means"], outcomes),
        "## A line",
        "What a line does not know is left out.",
        table(["field", "means"], fields),
    )

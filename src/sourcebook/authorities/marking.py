"""Two states of a text, marked: what goes and what comes, word by word, with a little of what stays around it."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import format_html, format_html_join
from wagtail.admin.compare import TextDiff, diff_text

AROUND = 2
"""Lines that stay as they are and are shown before and after those that differ."""


def marked(before: str, after: str) -> Any:
    """Lines that differ are compared word by word; of the others only the nearest are shown."""
    lines = _lines(before.split("\n"), after.split("\n"))
    return format_html(
        '<div class="sb-marked" dir="auto">{}</div>',
        format_html_join("\n", "{}", ((line,) for line in lines)),
    )


def exchanged(before: Any, after: Any) -> Any:
    """One value for another, as whole words: of a choice one does not compare letters."""
    if before == after:
        return format_html("{}", before)
    signed = [("deletion", str(before))] * bool(before) + [("addition", str(after))] * bool(after)
    return TextDiff(signed, " ").to_html()


def _lines(before: list[str], after: list[str]) -> Iterator[Any]:
    # Words are compared in lines that differ alone: a whole book, word by word, would take minutes.
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(AROUND):
        if group[0][1] > 0:
            yield "…"
        for deed, first, end, first_after, end_after in group:
            if deed == "equal":
                yield from before[first:end]
            else:
                yield diff_text(
                    "\n".join(before[first:end]), "\n".join(after[first_after:end_after])
                ).to_html()
        if group[-1][2] < len(before):
            yield "…"

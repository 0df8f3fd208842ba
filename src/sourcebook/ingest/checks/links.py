"""Links: that each leads to something, to a span that is there, and that quotations stand where they say."""

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext

from sourcebook.ingest.checks.walking import texts_of
from sourcebook.publishing.restore.referring import pointers
from sourcebook.record import Record, Source, is_reference, kind_of
from sourcebook.record.links import Mention, mentions
from sourcebook.record.quotations import quotations_in, stands_in
from sourcebook.record.reference import KIND
from sourcebook.record.spans import SpanError, check_span, parse_span

Known = Callable[[str], Record | None]
"""The record of a reference, among those that arrive or on the desk."""

_LIKE_A_LINK = re.compile(rf"\]\(((?:{KIND}):[^)\n]*)\)")


def broken_links(record: Record, known: Known) -> Iterator[tuple[str, str, str, str]]:
    """For each: a sentence, what to do, the words in the file, and the text version where they stand."""
    for mention in mentions(record):
        address = mention.target + (f"#{mention.fragment}" if mention.fragment else "")
        problem, advice = _problem(mention, known)
        if problem:
            yield problem, advice, address, mention.version
    for pointer in pointers(record):
        if kind_of(pointer.to) not in pointer.kinds:
            kinds = gettext(" or ").join(pointer.kinds)
            yield (
                gettext("`%(field)s` names %(to)s, where a %(kinds)s is meant.")
                % {"field": pointer.field, "to": pointer.to, "kinds": kinds},
                "",
                pointer.to,
                "",
            )
    for text in texts_of(record):
        for match in _LIKE_A_LINK.finditer(text):
            if not is_reference(match[1].partition("#")[0]):
                advice = gettext(
                    "Write kind:slug, as person:imre-nagy; a slug has small Latin letters, digits and hyphens."
                )
                yield (
                    gettext("The link (%(part)s) is not written as a link.") % {"part": match[1]},
                    advice,
                    match[1],
                    "",
                )
        if "\n>" in text:
            yield from _misquotations(text, known)


def _problem(mention: Mention, known: Known) -> tuple[str, str]:
    target = known(mention.target)
    if target is None:
        return gettext("There is no %(target)s.") % {"target": mention.target}, gettext(
            "Write it, or take the link out."
        )
    if not mention.fragment:
        return "", ""
    if not isinstance(target, Source):
        return gettext("%(target)s has no spans; only sources have.") % {"target": mention.target}, gettext(
            "Take away what stands after #."
        )
    try:
        check_span(target, parse_span(mention.fragment))
    except SpanError as error:
        return str(error), ""
    return "", ""


def _misquotations(text: str, known: Known) -> Iterator[tuple[str, str, str, str]]:
    for quotation in quotations_in(text):
        source = known(quotation.mention.target)
        if isinstance(source, Source) and not stands_in(quotation, source):
            words = " ".join(quotation.words.split())
            address = quotation.mention.target + (
                f"#{quotation.mention.fragment}" if quotation.mention.fragment else ""
            )
            yield (
                gettext("“%(part)s%(part2)s” does not stand in %(address)s.")
                % {"part": words[:60], "part2": "…" if len(words) > 60 else "", "address": address},
                gettext("Quote it as it is; leave words out with …, put your own into [square brackets]."),
                next((line.strip() for line in quotation.words.split("\n") if line.strip()), address),
                "",
            )

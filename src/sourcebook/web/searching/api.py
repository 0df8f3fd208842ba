"""Answers as JSON."""

from collections.abc import Sequence

from sourcebook.reading_room.leaf import Leaf
from sourcebook.search.answers import PassageHit, RecordHit
from sourcebook.search.asking import LAST_PLACE
from sourcebook.web.searching.api_form import (
    ApiAnswer,
    ApiMark,
    ApiPassage,
    ApiResult,
    ApiSimilar,
    ApiValue,
    ApiWithin,
)
from sourcebook.web.searching.asked import Asked
from sourcebook.web.searching.page import remarks
from sourcebook.web.searching.presenting import facet_label, place_address, place_label, reasons
from sourcebook.web.searching.room import Answered


def answer_of(answer: Answered) -> ApiAnswer:
    """One page of results."""
    leaf, asked, results = answer.leaf, answer.asked, answer.results
    pages = max(1, -(-min(results.total, LAST_PLACE) // asked.size))
    return ApiAnswer(
        query=answer.parsed.written,
        total=results.total,
        page=asked.page,
        pages=pages,
        next=_page(leaf, asked, asked.page + 1) if asked.page < pages else "",
        previous=_page(leaf, asked, asked.page - 1) if asked.page > 1 else "",
        loosened=results.loosened,
        incomplete=results.incomplete,
        remarks=tuple(remarks(answer)),
        did_you_mean=(answer.instead.query,) if answer.instead else (),
        results=tuple(result_of(leaf, hit) for hit in results.hits),
        facets={
            facet: tuple(
                ApiValue(one.value, facet_label(leaf, facet, one.value).text, one.count, one.chosen)
                for one in values
            )
            for facet, values in results.facets.items()
        },
    )


def _page(leaf: Leaf, asked: Asked, page: int) -> str:
    # The first language of the archive is that of labels when none is asked for.
    labels = "" if leaf.language == leaf.site.languages[0] else f"&labels={leaf.language}"
    return f"{leaf.site.base}/api/search?{asked.query_string(page=page)}{labels}"


def result_of(leaf: Leaf, hit: RecordHit) -> ApiResult:
    """One record."""
    document = hit.record
    base = leaf.site.base
    date = document.date
    return ApiResult(
        reference=document.reference,
        identifier=document.identifier,
        kind=document.kind,
        medium=next(iter(document.facets.get("medium", ())), ""),
        title=document.title,
        label=leaf.say(document.title).text,
        date=date.as_written if date else "",
        earliest=date.earliest if date else "",
        latest=date.latest if date else "",
        address=base + leaf.address(document.address),
        record=f"{base}{document.address}record.json",
        why=reasons(leaf, hit),
        passages=tuple(passage_of(leaf, hit, one) for one in hit.passages),
    )


def passage_of(leaf: Leaf, hit: RecordHit, found: PassageHit) -> ApiPassage:
    """One passage, whole, with what was found in it."""
    passage = found.passage
    position = found.marks[0].start if found.marks else 0
    anchor = next((one for one in passage.anchors if one.start <= position < one.end), None)
    anchor = anchor or next(iter(passage.anchors), None)
    return ApiPassage(
        text=passage.text,
        marks=tuple(ApiMark(mark.start, mark.end, mark.why) for mark in found.marks),
        language=passage.language,
        version=passage.version,
        keys=tuple(dict.fromkeys(one.key for one in passage.anchors if one.key)),
        place=anchor.fragment if anchor else "",
        label=place_label(leaf, anchor),
        address=leaf.site.base + place_address(leaf, hit.record, passage, anchor),
    )


def within_of(leaf: Leaf, hit: RecordHit, written: str, found: Sequence[PassageHit]) -> ApiWithin:
    """All that was found in one record."""
    passages = tuple(passage_of(leaf, hit, one) for one in found)
    return ApiWithin(query=written, reference=hit.record.reference, passages=passages)


def similar_of(leaf: Leaf, found: Sequence[RecordHit]) -> ApiSimilar:
    """Records like another."""
    return ApiSimilar(results=tuple(result_of(leaf, hit) for hit in found))

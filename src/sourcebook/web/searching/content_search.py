"""What was found in one source, for IIIF Content Search: passages as annotations, marks as quotes in them."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

from sourcebook.reading_room.leaf import Leaf
from sourcebook.search.answers import Mark, PassageHit, RecordHit
from sourcebook.search.documents import Anchor, PassageDocument
from sourcebook.standards.iiif.found import KNOWN_PARAMETERS, Quote, SearchPage, Spoken
from sourcebook.standards.iiif.identifiers import annotation_uri, canvas_uri, manifest_uri

ON_A_PAGE = 100
"""Annotations that are sent at once."""
AROUND = 40
"""Characters before and after what was found."""


def search_page(
    leaf: Leaf, hit: RecordHit, found: Sequence[PassageHit], service: str, query_string: str
) -> SearchPage:
    """One page; `service` is the address without its query."""
    fields = dict(parse_qsl(query_string, errors="replace"))
    number = int(fields["page"]) if fields.get("page", "").isdecimal() and len(fields["page"]) < 7 else 1
    spoken: dict[str, Spoken] = {}
    matches: dict[tuple[Quote, ...], None] = {}
    for passage in found:
        for mark in passage.marks:
            quotes = [
                _quote(leaf, hit, passage.passage, anchor, mark, spoken)
                for anchor in anchors_of(passage.passage, mark)
            ]
            if quotes:
                matches[tuple(quotes)] = None
    ids = list(spoken)
    pages = max(1, -(-len(ids) // ON_A_PAGE))
    number = min(max(1, number), pages)
    start = (number - 1) * ON_A_PAGE
    here = set(ids[start : start + ON_A_PAGE])
    whole = f"{service}?{urlencode({'q': fields.get('q', '')})}"
    return SearchPage(
        id=f"{whole}&page={number}" if pages > 1 else whole,
        whole=whole,
        spoken=tuple(spoken[one] for one in ids[start : start + ON_A_PAGE]),
        matches=tuple(quotes for quotes in matches if quotes[0].source in here),
        total=len(ids),
        start=start,
        first=f"{whole}&page=1",
        last=f"{whole}&page={pages}",
        next=f"{whole}&page={number + 1}" if number < pages else "",
        previous=f"{whole}&page={number - 1}" if number > 1 else "",
        ignored=tuple(name for name in KNOWN_PARAMETERS if name in fields),
        manifest=manifest_uri(leaf.site.base, hit.record.address),
        label=hit.record.title,
    )


def anchors_of(passage: PassageDocument, mark: Mark) -> list[Anchor]:
    """The places that a mark touches: more than one where a phrase runs on."""
    return [anchor for anchor in passage.anchors if anchor.start < mark.end and mark.start < anchor.end]


def _quote(
    leaf: Leaf,
    hit: RecordHit,
    passage: PassageDocument,
    anchor: Anchor,
    mark: Mark,
    spoken: dict[str, Spoken],
) -> Quote:
    base, identifier = leaf.site.base, hit.record.identifier
    key = anchor.key or anchor.fragment or str(passage.number)
    uri = annotation_uri(base, identifier, passage.version, key)
    text = passage.text[anchor.start : anchor.end]
    spoken.setdefault(uri, Spoken(uri, text, _target(base, identifier, anchor), passage.language))
    start, end = max(mark.start, anchor.start) - anchor.start, min(mark.end, anchor.end) - anchor.start
    return Quote(uri, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def _target(base: str, identifier: str, anchor: Anchor) -> str:
    """The canvas, or the part of it."""
    number, _, rectangle = anchor.region.partition(":")
    canvas = canvas_uri(base, identifier, int(number) if number.isdecimal() else 1)
    if anchor.begins is not None:
        return f"{canvas}#{anchor.fragment}"
    return f"{canvas}#xywh={rectangle}" if rectangle else canvas

"""A record's document as the HTML that Pagefind reads: headings are what its parts are found under.

Nobody sees these pages. Each heading carries the id of a span, so that a result leads to the passage, the second or
the rectangle itself.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from sourcebook.search.documents import Anchor, PassageDocument, RecordDocument
from sourcebook.search.facets import Facet
from sourcebook.search.static_copy.bundles import Bundle, main_language
from sourcebook.vocabulary.dates import print_date

NamesOf = Callable[[str], Sequence[str]]
"""All names and spellings of what stands under a reference."""

NAMED: tuple[Facet, ...] = ("person", "organisation", "place")
"""Facets whose things are found in a record by any of their names."""
TITLE, NAMES, MENTIONED = 8, 6, 0.4
"""Weights, where the words of a text weigh 1; Pagefind takes 0 to 10."""
OF_NAMES = "_names"
"""The id of the part with all names and spellings, by which the page of search knows it."""
FILTERS: tuple[Facet, ...] = ("kind", "medium", "language", "decade")


def page_of(document: RecordDocument, bundle: Bundle, names_of: NamesOf, title: str) -> str:
    """The page; `title` is the one shown in results."""
    own = " · ".join(dict.fromkeys([*document.title.values(), *(one.text for one in document.words)]))
    spellings = " · ".join(dict.fromkeys(names_of(document.reference)))
    mentioned = " · ".join(
        dict.fromkeys(
            name for facet in NAMED for one in document.facets.get(facet, ()) for name in names_of(one)
        )
    )
    return "".join(
        [
            f'<html lang="{bundle.language}"><body><main data-pagefind-body>',
            *_filters(document, bundle.language),
            f'<p data-pagefind-weight="{TITLE}" data-pagefind-meta="title">{escape(title)}</p>',
            f'<p data-pagefind-weight="{TITLE}">{escape(own)}</p>',
            *_texts(document, bundle),
            # A part of their own, so that they are never shown as words of a text: only the one that was found is.
            f'<h2 id="{OF_NAMES}">@=</h2>' if spellings or mentioned else "",
            f'<p data-pagefind-weight="{NAMES}">{escape(spellings)}</p>' if spellings else "",
            f'<p data-pagefind-weight="{MENTIONED}">{escape(mentioned)}</p>' if mentioned else "",
            "</main></body></html>",
        ]
    )


def _filters(document: RecordDocument, language: str) -> Iterator[str]:
    for facet in FILTERS:
        for value in document.facets.get(facet, ()):
            yield f'<span data-pagefind-filter="{facet}:{escape(value)}"></span>'
    if document.date:
        date = print_date(document.date, language)
        yield f'<span data-pagefind-meta="date:{escape(date)}"></span>'
    if summary := document.summary.get(language):
        yield f'<span data-pagefind-meta="summary[data-summary]" data-summary="{escape(summary)}"></span>'
    kind = next(iter(document.facets.get("medium", ())), document.kind)
    yield f'<span data-pagefind-meta="kind:{escape(kind)}"></span>'
    earliest = document.date.earliest if document.date else ""
    yield f'<span data-pagefind-sort="date:{escape(earliest or "9999")}"></span>'


def _texts(document: RecordDocument, bundle: Bundle) -> Iterator[str]:
    for passage in document.passages:
        if passage.language and main_language(passage.language) != bundle.language:
            continue
        yield from _passage(passage)


def _passage(passage: PassageDocument) -> Iterator[str]:
    end = len(passage.text) - passage.skipped
    place = 0
    if not passage.anchors or not passage.anchors[0].fragment or passage.anchors[0].start:
        # Words that stand at no citable place are a part of their own too: what is shown of it begins with it.
        yield f'<h2 id="_{passage.number}">@¶</h2>'
    for anchor in passage.anchors:
        if anchor.start >= end:
            break
        if anchor.start > place:
            yield f"<p>{escape(passage.text[place : anchor.start])}</p>"
        place = min(anchor.end, end)
        if anchor.fragment:
            yield f'<h2 id="{escape(anchor.fragment)}">{escape(label(anchor))}</h2>'
        yield f"<p>{escape(passage.text[anchor.start : place])}</p>"
    if place < end:
        yield f"<p>{escape(passage.text[place:end])}</p>"


def label(anchor: Anchor) -> str:
    """What a part is headed with; one word, which no reader searches for."""
    if anchor.begins is not None:
        minutes, seconds = divmod(int(anchor.begins), 60)
        return f"@{minutes}:{seconds:02d}"
    return f"@{anchor.key or anchor.region}"

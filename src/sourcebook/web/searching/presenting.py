"""From what a search answers to what a page shows: addresses, labels and sentences in the reader's language."""

from collections.abc import Mapping, Sequence

from sourcebook.reading_room import labels
from sourcebook.reading_room.dating import clock
from sourcebook.reading_room.first_shown import outline_of, pair_of
from sourcebook.reading_room.found import Hit, Piece, Snippet
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.record.reference import kind_of
from sourcebook.search.answers import PassageHit, RecordHit, Why
from sourcebook.search.documents import Anchor, PassageDocument, RecordDocument
from sourcebook.vocabulary.dates import print_date, read_date
from sourcebook.vocabulary.dates.days import iso_year
from sourcebook.web.searching.snippets import aligned_cut, anchor_at, best_cut, pieces_of

TOLD = 3
"""Reasons that are told of a record."""
_SEEN = {"word", "stem", "prefix", "phrase", "date", "facet"}
"""Rules that a marked word shows by itself."""


def hit_of(
    leaf: Leaf, found: RecordHit, beside: Mapping[str, PassageDocument], *, all_within: str = ""
) -> Hit:
    """One record as a page shows it; `beside` holds aligned passages by id."""
    document = found.record
    address = leaf.address(document.address)
    return Hit(
        reference=document.reference,
        address=address,
        title=leaf.say(document.title),
        label=label_of(leaf, document),
        card=leaf.short(document.reference),
        reasons=reasons(leaf, found),
        snippets=tuple(snippet_of(leaf, document, one, beside) for one in found.passages),
        all_within=all_within,
    )


def label_of(leaf: Leaf, document: RecordDocument) -> str:
    """The medium of a source, the kind of anything else."""
    medium = next(iter(document.facets.get("medium", ())), "")
    return labels.medium(medium, leaf.language) if medium else labels.kind(document.kind, leaf.language)


def snippet_of(
    leaf: Leaf, document: RecordDocument, hit: PassageHit, beside: Mapping[str, PassageDocument]
) -> Snippet:
    """A passage, cut to what was found, with where it stands and the same in another language."""
    passage = hit.passage
    cut = best_cut(passage.text, hit.marks)
    anchor = anchor_at(passage, hit.marks, cut)
    other, other_pieces = _beside(passage, anchor, beside)
    return Snippet(
        pieces=_pieces(pieces_of(passage.text, hit.marks, cut)),
        language=passage.language,
        label=place_label(leaf, anchor),
        address=place_address(leaf, document, passage, anchor),
        beside=other_pieces,
        beside_language=other,
    )


def _pieces(pairs: Sequence[tuple[str, bool]]) -> tuple[Piece, ...]:
    return tuple(Piece(text, marked) for text, marked in pairs)


def _beside(
    passage: PassageDocument, anchor: Anchor | None, beside: Mapping[str, PassageDocument]
) -> tuple[str, tuple[Piece, ...]]:
    for one in passage.aligned:
        other = beside.get(one)
        cut = aligned_cut(passage, other, anchor) if other else None
        if other and cut and other.language != passage.language:
            return other.language, _pieces(pieces_of(other.text, (), cut))
    return "", ()


def place_label(leaf: Leaf, anchor: Anchor | None) -> str:
    """`1:03`, `p12`, or the number of a canvas."""
    if anchor is None:
        return ""
    if anchor.begins is not None:
        return clock(anchor.begins)
    if anchor.key:
        return anchor.key
    return f"{leaf.words.page_of_original} {anchor.region.partition(':')[0]}" if anchor.region else ""


def place_address(
    leaf: Leaf, document: RecordDocument, passage: PassageDocument, anchor: Anchor | None
) -> str:
    """Of the page that shows the passage, with the span at its end."""
    address = leaf.address(document.address)
    if document.kind == "source" and passage.version and not _shown_at_first(leaf, document, passage.version):
        address = f"{address}texts/{passage.version}/"
    return f"{address}#{anchor.fragment}" if anchor and anchor.fragment else address


def _shown_at_first(leaf: Leaf, document: RecordDocument, version: str) -> bool:
    def shown() -> frozenset[str] | None:
        held = leaf.reading.library.published(document.reference)
        outline = outline_of(held.data) if held else None
        if outline is None or len(outline.texts) < 2:
            return None
        return frozenset(text.key for text in pair_of(outline, leaf.language))

    first = leaf.reading.once(("shown at first", document.reference, leaf.language), shown)
    return first is None or version in first


def reasons(leaf: Leaf, found: RecordHit) -> tuple[str, ...]:
    """What the words shown do not say by themselves: names, spellings, the title."""
    whys = [*found.why, *(mark.why for hit in found.passages for mark in hit.marks if mark.why)]
    told = (sentence(leaf, why) for why in whys)
    return tuple(dict.fromkeys(filter(None, told)))[:TOLD]


def sentence(leaf: Leaf, why: Why) -> str:
    """Why something matched; "" where the marked words show it."""
    words = leaf.words
    found = words.quoted(why.found or why.asked)
    if why.rule == "name" and (years := _years(why.years, leaf.language)):
        return words.say("why_name_then", found=found, years=years)
    if why.rule in ("name", "mention", "spelling", "near"):
        return words.say(f"why_{why.rule}", found=found)
    if why.rule == "facet" and why.found:
        return words.say("why_facet", found=found)
    if why.place in ("names", "byline", "description"):
        return words.say(f"why_{why.place}", found=found)
    return "" if why.rule in _SEEN else words.say("why_text", found=found)


def _years(years: tuple[int | None, int | None], language: str) -> str:
    """`1924–1991`, `from 1991`; "" where neither is known."""
    first, last = years
    if first is None and last is None:
        return ""
    ends = dict.fromkeys(".." if year is None else iso_year(year) for year in years)
    return print_date(read_date("/".join(ends)), language)


def facet_label(leaf: Leaf, facet: str, value: str) -> Words:
    """A value of a facet in the reader's language; "" for what is not published."""
    language = leaf.language
    if facet == "kind":
        return Words(labels.kind(value, language), language)
    if facet == "medium":
        return Words(labels.medium(value, language), language)
    if facet == "language":
        return Words(labels.language(value, language), language)
    if facet == "rights":
        return Words(labels.rights(value, language).text, language)
    if kind_of(value):
        card = leaf.name(value)
        return leaf.say(card.title) if card else Words("", language)
    return Words(value, language)

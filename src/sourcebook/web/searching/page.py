"""A page of results from an answer."""

from collections.abc import Sequence

from msgspec.structs import replace

from sourcebook.reading_room.found import Found, Hit, Instead, Link, Piece
from sourcebook.reading_room.leaf import Leaf
from sourcebook.search.answers import PassageHit, RecordHit
from sourcebook.search.asking import LAST_PLACE
from sourcebook.search.proposing import Proposal
from sourcebook.search.words.tokens import tokens
from sourcebook.web.searching.asked import SORTS, Asked
from sourcebook.web.searching.narrowing import bars, groups
from sourcebook.web.searching.presenting import hit_of, label_of, reasons, sentence
from sourcebook.web.searching.room import Answered

NAMED = 4
"""Things of the very name that was asked for that stand above the results."""


def found_page(answer: Answered) -> Found:
    """Everything that the page shows."""
    leaf, asked, results = answer.leaf, answer.asked, answer.results
    pages = max(1, -(-min(results.total, LAST_PLACE) // asked.size))
    return Found(
        query=answer.parsed.written,
        asked=asked.anything,
        total=results.total,
        hits=tuple(
            replace(
                hit_of(leaf, hit, answer.beside),
                all_within=within_address(leaf, asked, hit) if len(hit.passages) > 1 else "",
                alike=alike_address(leaf, hit),
            )
            for hit in results.hits
        ),
        groups=groups(leaf, results.facets),
        bars=bars(results.facets, asked),
        first_year=asked.first,
        last_year=asked.last,
        surely=asked.surely,
        sort=asked.sort,
        orders=tuple((code, str(getattr(leaf.words, f"order_{code}"))) for code in SORTS),
        remarks=tuple(remarks(answer)),
        instead=_instead(leaf, asked, answer.instead) if answer.instead else None,
        things=things(answer),
        earlier=_turn(leaf, asked, asked.page - 1, pages),
        later=_turn(leaf, asked, asked.page + 1, pages),
        page=asked.page,
        pages=pages,
    )


def _address(leaf: Leaf, asked: Asked, *, page: int = 1, query: str | None = None) -> str:
    return f"{leaf.address('/search/')}?{asked.query_string(page=page, query=query)}"


def _instead(leaf: Leaf, asked: Asked, proposal: Proposal) -> Instead:
    before, changed, after = proposal.query.rpartition(proposal.changed)
    pieces = (Piece(before), Piece(changed, True), Piece(after))
    return Instead(pieces=pieces, address=_address(leaf, asked, query=proposal.query), total=proposal.total)


def _turn(leaf: Leaf, asked: Asked, page: int, pages: int) -> Link | None:
    if not 1 <= page <= pages:
        return None
    words = leaf.words.next if page > asked.page else leaf.words.previous
    return Link(words, _address(leaf, asked, page=page))


def within_address(leaf: Leaf, asked: Asked, hit: RecordHit) -> str:
    """Of the list of all that was found in a record."""
    inside = Asked(query=asked.query, within=hit.record.reference)
    return f"{leaf.address('/search/')}?{inside.query_string()}"


def alike_address(leaf: Leaf, hit: RecordHit) -> str:
    """Of the list of records like this one."""
    return f"{leaf.address('/search/')}?{Asked(like=hit.record.reference).query_string()}"


def remarks(answer: Answered) -> list[str]:
    """What must be said of how the question was read."""
    words = answer.leaf.words
    told = []
    for remark in answer.parsed.remarks:
        code, _, detail = remark.partition(":")
        told.append(words.say(f"remark_{code}", detail=detail))
    if answer.results.loosened:
        told.append(words.remark_loosened)
    if answer.results.incomplete:
        told.append(words.remark_incomplete)
    return told


def things(answer: Answered) -> tuple[Hit, ...]:
    """Published things that the question names."""
    leaf = answer.leaf
    shown: list[Hit] = []
    for why in answer.expanded.names[: 3 * NAMED]:
        card = leaf.short(why.reference)
        if card is None or len(shown) == NAMED:
            continue
        title = leaf.say(card.title)
        said = sentence(leaf, why) if why.found and not _stands_in(why.asked, title.text) else ""
        summary = leaf.say(card.summary).text
        shown.append(
            Hit(
                reference=why.reference,
                address=leaf.address(card.address),
                title=title,
                label=summary,
                reasons=(said,) if said else (),
            )
        )
    return tuple(shown)


def _stands_in(asked: str, title: str) -> bool:
    """Whether a title shows by itself why it was found."""
    return {token.form for token in tokens(asked)} <= {token.form for token in tokens(title)}


def within_page(
    answer_leaf: Leaf, asked: Asked, written: str, hit: RecordHit, found: Sequence[PassageHit]
) -> Found:
    """What was found in one record, in its order."""
    leaf = answer_leaf
    document = hit.record
    whole = RecordHit(record=document, score=0.0, passages=tuple(found))
    shown = hit_of(leaf, whole, {})
    inside = Hit(
        reference=document.reference,
        address=leaf.address(document.address),
        title=leaf.say(document.title),
        label=label_of(leaf, document),
    )
    return Found(
        query=written,
        asked=bool(asked.query),
        total=len(found),
        passages=True,
        hits=(replace(shown, reasons=reasons(leaf, whole)),) if found else (),
        within=inside,
        kept=(("within", document.reference),),
    )


def alike_page(leaf: Leaf, hit: RecordHit, found: Sequence[RecordHit]) -> Found:
    """Records like one."""
    document = hit.record
    return Found(
        asked=True,
        total=len(found),
        hits=tuple(hit_of(leaf, one, {}) for one in found),
        like=Hit(
            reference=document.reference,
            address=leaf.address(document.address),
            title=leaf.say(document.title),
        ),
    )

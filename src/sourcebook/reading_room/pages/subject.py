"""The page of a subject: the essay; and its tabs, one for each medium of the sources that were selected."""

from typing import Any, NamedTuple

from markupsafe import Markup

from sourcebook.reading_room import labels
from sourcebook.reading_room.addresses import address_of, permanent, tab_address
from sourcebook.reading_room.baking import Made
from sourcebook.reading_room.cards import ShortCard
from sourcebook.reading_room.citing import cite_essay
from sourcebook.reading_room.credits import byline, credit
from sourcebook.reading_room.dating import dated
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.linked import linked_data_of
from sourcebook.reading_room.markdown import Writing
from sourcebook.reading_room.markdown.citations import by_author, citation
from sourcebook.reading_room.pages.composing import compose, end_notes
from sourcebook.reading_room.pages.neighbours import turn_in_list
from sourcebook.reading_room.pages.sheet import Crumb, Turn, lay_out, own_words
from sourcebook.reading_room.pictures import shown_of
from sourcebook.record import Essay, Selection, Subject
from sourcebook.record.reference import slug_of
from sourcebook.vocabulary.media import MEDIA


class Chosen(NamedTuple):
    """A selection whose source is published."""

    card: ShortCard
    headnote: Words
    headnote_html: Markup
    questions: list[Words]


class Tab(NamedTuple):
    label: str
    address: str
    size: int
    current: bool


def subject(leaf: Leaf) -> Made:
    """The essay's page."""
    record = _record(leaf, leaf.argument)
    if record is None:
        return None
    essay = _essay_for(leaf, record)
    cards = _cards(leaf, record)
    writing = Writing(leaf, heading=2, beside=True, works=essay.bibliography if essay else ())
    body = writing.blocks(essay.body) if essay else Markup("")
    notes = end_notes(writing)
    path = address_of(record)
    title = leaf.say(record.title)
    return lay_out(
        leaf,
        "subject.html",
        path,
        title,
        description=leaf.say(record.summary).text or (essay.body if essay else ""),
        data=linked_data_of(leaf, record),
        **_head(leaf, record, cards, None),
        essay=essay,
        essay_title=essay.title if essay and essay.title != title.text else "",
        lines=byline(leaf, essay.contributions) if essay else [],
        written=dated(essay.date, leaf) if essay else "",
        translated=labels.language(essay.translates, leaf.language) if essay and essay.translates else "",
        body=body,
        notes=notes,
        works=[Markup(citation(work, leaf.words)) for work in by_author(writing.cited.values())],  # noqa: S704
        explained=list(leaf.explained.values()),
        chosen=[(selection, card) for selection, card in cards],
        about=[credit(leaf, reference) for reference in record.about],
        lead=shown_of(leaf, record.image),
        lead_address=leaf.href(record.image),
        citation=cite_essay(leaf, record, essay) if essay else None,
        permanent=leaf.site.base + (permanent(record.id) if record.id else path),
        turn=_turn(leaf, record),
    )


def tab(leaf: Leaf) -> Made:
    """One medium's selections; no page where there are none."""
    reference, medium = leaf.argument.split(" ")
    record = _record(leaf, reference)
    if record is None or medium not in MEDIA:
        return None
    cards = _cards(leaf, record)
    fitting = [(selection, card) for selection, card in cards if card.medium == medium]
    chosen = [_chosen(leaf, number, *one) for number, one in enumerate(fitting, 1)]
    if not chosen:
        return None
    title = leaf.say(record.title)
    heading = labels.medium(medium, leaf.language, True)
    return lay_out(
        leaf,
        "tab.html",
        tab_address(address_of(record), medium),
        Words(f"{title.text}: {heading}", title.language),
        **_head(leaf, record, cards, medium),
        chosen=chosen,
        heading=heading,
        turn=_turn(leaf, record),
    )


def _record(leaf: Leaf, reference: str) -> Subject | None:
    held = leaf.reading.publication(reference)
    return held.record if held and isinstance(held.record, Subject) else None


def _essay_for(leaf: Leaf, record: Subject) -> Essay | None:
    """The essay in the reader's language, else the original, which stands first."""
    main = leaf.language.split("-")[0]
    fitting = (essay for essay in record.essays if essay.language.split("-")[0] == main)
    return next(fitting, record.essays[0] if record.essays else None)


def _cards(leaf: Leaf, record: Subject) -> list[tuple[Selection, ShortCard]]:
    cards = ((selection, leaf.short(selection.source)) for selection in record.selections)
    return [(selection, card) for selection, card in cards if card]


def _chosen(leaf: Leaf, number: int, selection: Selection, card: ShortCard) -> Chosen:
    headnote = leaf.say(selection.headnote)
    return Chosen(
        card,
        headnote,
        compose(leaf, headnote, heading=3, prefix=f"h{number}."),
        [leaf.say(one) for one in selection.questions],
    )


def _head(
    leaf: Leaf, record: Subject, cards: list[tuple[Selection, ShortCard]], medium: str | None
) -> dict[str, Any]:
    """What the essay's page and the tabs have in common."""
    base = address_of(record)
    tabs = [Tab(leaf.words.tab_essay, leaf.address(base), 0, medium is None)]
    for one in MEDIA:
        count = sum(card.medium == one for _, card in cards)
        if count:
            label = labels.medium(one, leaf.language, True)
            tabs.append(Tab(label, leaf.address(tab_address(base, one)), count, one == medium))
    return {
        "record": record,
        "subject_title": leaf.say(record.title),
        "summary": leaf.say(record.summary),
        "year": slug_of(record.year),
        "year_address": leaf.address(f"/{slug_of(record.year)}/"),
        "themes": [credit(leaf, theme) for theme in record.themes],
        "tabs": tabs if len(tabs) > 1 else [],
    }


def _turn(leaf: Leaf, record: Subject) -> Turn:
    cards = leaf.reading.cards("subjects", record.year, ShortCard)
    order = [(card.reference, Crumb(leaf.address(card.address), leaf.say(card.title))) for card in cards]
    year = slug_of(record.year)
    among = Crumb(leaf.address(f"/{year}/"), own_words(leaf, year)) if year else None
    return turn_in_list(leaf, order, record.reference, among)

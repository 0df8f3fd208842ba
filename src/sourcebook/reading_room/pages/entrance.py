"""The entrance of the archive and its years."""

from collections import Counter

from sourcebook.reading_room.baking import Made
from sourcebook.reading_room.cards import NameCard, ShortCard
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.linked import linked_data_of
from sourcebook.reading_room.pages.composing import compose
from sourcebook.reading_room.pages.neighbours import turn_in_list
from sourcebook.reading_room.pages.sheet import Crumb, lay_out, own_words
from sourcebook.record import Archive, Year
from sourcebook.record.reference import slug_of

NEWEST = 5
IN_A_YEAR = 60
"""Events that a year's page lists."""


def home(leaf: Leaf) -> Made:
    held = leaf.reading.publication(leaf.argument)
    if not held or not isinstance(held.record, Archive):
        return None
    record = held.record
    description = leaf.say(record.description)
    return lay_out(
        leaf,
        "home.html",
        "/",
        leaf.say(record.title),
        description=leaf.say(record.subtitle).text or description.text,
        data=linked_data_of(leaf, record),
        record=record,
        subtitle=leaf.say(record.subtitle),
        text=compose(leaf, description),
        text_language=description.language,
        years=_years(leaf),
        newest=leaf.reading.cards("subjects", "newest", ShortCard, limit=NEWEST),
        themes=leaf.reading.cards("themes", "all", ShortCard),
    )


def _years(leaf: Leaf) -> list[tuple[str, str, int]]:
    """Year, address and how many subjects stand in it: years that are published, and those that subjects name."""
    counts = Counter(leaf.reading.cards("subject-years", "all", str))
    named = [slug_of(card.reference) for card in leaf.reading.cards("years", "all", NameCard)]
    years = sorted({*named, *filter(None, counts)}, key=lambda year: (len(year), year))
    return [(year, leaf.address(f"/{year}/"), counts[year]) for year in years]


def year(leaf: Leaf) -> Made:
    """A year's subjects in order, with the events of the year beside them."""
    slug = slug_of(leaf.argument)
    held = leaf.reading.publication(leaf.argument)
    record = held.record if held and isinstance(held.record, Year) else None
    subjects = leaf.reading.cards("subjects", leaf.argument, ShortCard)
    if record is None and not subjects:
        return None
    introduction = leaf.say(record.introduction) if record else Words("", "")
    title = leaf.say(record.title) if record and record.title else own_words(leaf, slug)
    steps = [(f"year:{one}", Crumb(address, own_words(leaf, one))) for one, address, _ in _years(leaf)]
    events = leaf.reading.cards("events", slug, ShortCard, limit=IN_A_YEAR)
    return lay_out(
        leaf,
        "year.html",
        f"/{slug}/",
        title,
        description=introduction.text,
        slug=slug,
        text=compose(leaf, introduction),
        text_language=introduction.language,
        subjects=subjects,
        events=events,
        sources=len(leaf.reading.cards("source-months", slug, str)),
        sources_address=leaf.address(f"/sources/years/{slug}/"),
        turn=turn_in_list(leaf, steps, f"year:{slug}", None),
    )

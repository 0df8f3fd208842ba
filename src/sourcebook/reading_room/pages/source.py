"""The page of a source: what it is, its images, sound and texts, and everything that is known about it."""

from sourcebook.reading_room import labels
from sourcebook.reading_room.addresses import address_of, permanent
from sourcebook.reading_room.baking import Made
from sourcebook.reading_room.cards import ShortCard
from sourcebook.reading_room.citing import cite_source
from sourcebook.reading_room.credits import byline, credit
from sourcebook.reading_room.first_shown import pair_of, standing
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.linked import linked_data_of
from sourcebook.reading_room.pages.canvases import leaves_of
from sourcebook.reading_room.pages.cited import Citing, by_passage, citing
from sourcebook.reading_room.pages.composing import compose
from sourcebook.reading_room.pages.facts import holdings, provenance
from sourcebook.reading_room.pages.neighbours import turn_of_source
from sourcebook.reading_room.pages.sheet import Crumb, crumb, lay_out, own_words
from sourcebook.reading_room.pages.texts import aligned, write_texts
from sourcebook.reading_room.pages.ties import ties
from sourcebook.reading_room.players import is_playable, player
from sourcebook.record import Source, TextVersion

_DEEP = 4
"""Steps of “part of” that the crumbs go up."""


def source(leaf: Leaf) -> Made:
    """The page itself."""
    record = _record(leaf, leaf.argument)
    return _page(leaf, record, pair_of(record, leaf.language), "") if record else None


def version(leaf: Leaf) -> Made:
    """The page of one text version alone."""
    reference, key = leaf.argument.split(" ")
    record = _record(leaf, reference)
    text = next((text for text in record.texts if text.key == key), None) if record else None
    return _page(leaf, record, [text], key) if record and text else None


def _record(leaf: Leaf, reference: str) -> Source | None:
    held = leaf.reading.publication(reference)
    return held.record if held and isinstance(held.record, Source) else None


def _page(leaf: Leaf, record: Source, texts: list[TextVersion], key: str) -> bytes:
    base = address_of(record)
    title = leaf.say(record.title)
    own = [record.reference, *(f"source:{slug}" for slug in record.former_slugs)]
    found = citing(leaf, own, None)
    description = compose(leaf, leaf.say(record.description), heading=3, prefix="d.")
    order = aligned(texts) if texts else []
    columns, rows = write_texts(leaf, texts, by_passage(found, order), order) if texts else ([], "")
    return lay_out(
        leaf,
        "source.html",
        f"{base}texts/{key}/" if key else base,
        title,
        description=leaf.say(record.description).text,
        crumbs=_crumbs(leaf, record),
        data=None if key else linked_data_of(leaf, record),
        index=not key,
        record=record,
        base=base,
        original_title=_original_title(record, title),
        kicker=[
            leaf.say(record.form)
            if record.form
            else own_words(leaf, labels.medium(record.medium, leaf.language))
        ],
        place=credit(leaf, record.place) if record.place else None,
        lines=byline(leaf, record.contributions),
        about=[credit(leaf, reference) for reference in record.about],
        themes=[credit(leaf, reference) for reference in record.themes],
        shown=leaves_of(leaf, record),
        players=[player(leaf, record, file) for file in record.files if is_playable(file)],
        texts=columns,
        rows=rows,
        ways=_ways(leaf, record, texts, key),
        text=description,
        text_language=leaf.say(record.description).language,
        languages=[labels.language(language, leaf.language) for language in record.languages],
        holdings=holdings(leaf, record),
        provenance=provenance(leaf, record),
        rights=labels.rights(record.rights.statement, leaf.language) if record.rights.statement else None,
        rights_note=leaf.say(record.rights.note),
        ties=ties(leaf, record.relations, found),
        parts=leaf.reading.cards("parts", record.reference, ShortCard),
        found=[one for one in found if not _is_mere_relation(one)],
        turn=turn_of_source(leaf, record, found),
        citation=cite_source(leaf, record),
        permanent=leaf.site.base + (permanent(record.id) if record.id else base),
    )


def _crumbs(leaf: Leaf, record: Source) -> list[Crumb]:
    crumbs: list[Crumb] = []
    reference = record.part_of
    while reference and len(crumbs) < _DEEP:
        step = crumb(leaf, reference)
        if step is None:
            break
        crumbs.insert(0, step)
        above = _record(leaf, leaf.reading.current(reference))
        reference = above.part_of if above else ""
    return [Crumb(leaf.address("/sources/"), own_words(leaf, leaf.words.nav_sources)), *crumbs]


def _original_title(record: Source, shown: Words) -> Words | None:
    """The title in the source's own language, where another is shown."""
    for language in record.languages:
        if language != shown.language and language in record.title:
            return Words(record.title[language], language)
    return None


def _ways(leaf: Leaf, record: Source, texts: list[TextVersion], key: str) -> list[tuple[str, str]]:
    """Ways to read the texts: label and address; no address for the one that is shown."""
    if len(record.texts) < 2:
        return []
    base = leaf.address(address_of(record))
    ways: list[tuple[str, str]] = []
    if len(pair_of(record, leaf.language)) > 1:
        ways.append((leaf.words.side_by_side, base if key else ""))
    standing_keys = {text.key for text in standing(record)}
    for text in record.texts:
        name = labels.language(text.language, leaf.language)
        if sum(other.language == text.language for other in record.texts) > 1:
            name = f"{name}, {text.title or labels.version(text.kind, leaf.language).lower()}"
        if text.key not in standing_keys:
            name = f"{name} ({leaf.words.superseded})"
        alone = not key and len(texts) == 1 and texts[0].key == text.key
        ways.append((name, "" if text.key == key or alone else f"{base}texts/{text.key}/"))
    return ways


def _is_mere_relation(one: Citing) -> bool:
    """Shown among the relations already."""
    return one.kind != "subject" and all(place.manner == "relates" for place in one.places)

"""Cite this: one scholarly citation in words, and the same for reference managers (BibTeX, RIS)."""

import re
from typing import NamedTuple

from sourcebook.reading_room.addresses import address_of, permanent
from sourcebook.reading_room.credits import credit, names
from sourcebook.reading_room.dating import words_of_date
from sourcebook.reading_room.leaf import Leaf
from sourcebook.record import Contribution, Essay, Source, Subject
from sourcebook.vocabulary.dates import HistoricalDate

_MAKERS = (
    "author",
    "artist",
    "photographer",
    "composer",
    "creator",
    "speaker",
    "sender",
    "director",
    "cartographer",
)
_TYPES = {"text": "MANSCPT", "image": "ART", "audio": "SOUND", "video": "VIDEO", "object": "ART"}
_SPECIAL = re.compile(r"([&%$#_{}])")


class Citation(NamedTuple):
    """A citation before, of and after the title, which is set apart by the page."""

    before: str
    title: str
    after: str
    address: str
    bibtex: str
    ris: str


def cite_source(leaf: Leaf, source: Source) -> Citation:
    """Maker, title, date, keeper of the original; then this archive and the permanent address."""
    makers = names(leaf, source.contributions, *_MAKERS)[:4]
    parts = [words_of_date(source.date, leaf.language)] if source.date else []
    for holding in source.holdings[:1]:
        keeper = credit(leaf, holding.organisation, holding.repository).name.text
        parts += [keeper, holding.collection, holding.call_number]
    return _citation(
        leaf,
        makers=makers,
        title=leaf.say(source.title).text,
        parts=[part for part in parts if part],
        date=source.date,
        address=permanent(source.id) if source.id else address_of(source),
        key=source.slug,
        ris_type=_TYPES[source.medium],
    )


def cite_essay(leaf: Leaf, subject: Subject, essay: Essay) -> Citation:
    """Author, title of the essay, when it was written; then this archive and the permanent address."""
    return _citation(
        leaf,
        makers=_authors(leaf, essay.contributions),
        title=essay.title or leaf.say(subject.title).text,
        parts=[words_of_date(essay.date, leaf.language)] if essay.date else [],
        date=essay.date,
        address=permanent(subject.id) if subject.id else address_of(subject),
        key=subject.slug,
        ris_type="CHAP",
    )


def _authors(leaf: Leaf, contributions: tuple[Contribution, ...]) -> list[str]:
    return names(leaf, contributions, "author") or [
        credit(leaf, one.agent, one.credited_as).name.text for one in contributions
    ]


def _citation(
    leaf: Leaf,
    *,
    makers: list[str],
    title: str,
    parts: list[str],
    date: HistoricalDate | None,
    address: str,
    key: str,
    ris_type: str,
) -> Citation:
    imprint = leaf.imprint
    archive = leaf.say(imprint.title).text
    editors = [credit(leaf, agent, credited_as).name.text for agent, credited_as in imprint.editors]
    whole = leaf.site.base + address
    tail = [*parts, leaf.words.say("in_archive", archive=archive)]
    if editors:
        tail.append(leaf.words.say("edited_by", editors=", ".join(editors)))
    if imprint.publisher and imprint.publisher != archive:
        tail.append(imprint.publisher)
    year = date.earliest[:4] if date and date.earliest[:4].isdecimal() else ""
    return Citation(
        before=f"{', '.join(makers)}, " if makers else "",
        title=leaf.words.quoted(title),
        after=f", {', '.join(tail)}, {whole}",
        address=whole,
        bibtex=_bibtex(
            key, makers, title, archive, editors, imprint.publisher, year, ", ".join(parts), whole
        ),
        ris=_ris(ris_type, makers, title, archive, editors, imprint.publisher, year, ", ".join(parts), whole),
    )


def _bibtex(
    key: str,
    makers: list[str],
    title: str,
    archive: str,
    editors: list[str],
    publisher: str,
    year: str,
    note: str,
    address: str,
) -> str:
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in makers),
        "title": f"{{{_tex(title)}}}",
        "booktitle": _tex(archive),
        "editor": " and ".join(f"{{{_tex(name)}}}" for name in editors),
        "publisher": _tex(publisher),
        "year": year,
        "note": _tex(note),
        "url": address,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@incollection{{{key},\n{body}\n}}"


def _tex(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\\", " ").replace("~", " ").replace("^", " "))


def _ris(
    kind: str,
    makers: list[str],
    title: str,
    archive: str,
    editors: list[str],
    publisher: str,
    year: str,
    note: str,
    address: str,
) -> str:
    lines = [("TY", kind)]
    lines += [("AU", name) for name in makers]
    lines += [("TI", title), ("T2", archive)]
    lines += [("ED", name) for name in editors]
    lines += [("PB", publisher), ("PY", year), ("N1", note), ("UR", address)]
    return "\n".join([f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value] + ["ER  - "])

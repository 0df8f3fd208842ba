"""Passages of a source's text versions, and how versions stand beside each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcebook.record import Source, TextVersion
from sourcebook.record.links import links_in
from sourcebook.search.documents import Anchor, PassageDocument, PassageKind
from sourcebook.search.making.cutting import join_cues, join_paragraphs
from sourcebook.search.making.pieces import Piece, Stretch
from sourcebook.search.making.plain import plain


class Cut(NamedTuple):
    """A passage before it has a number."""

    kind: PassageKind
    version: str
    language: str
    stretch: Stretch


def mentioned(markdown: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.target for link in links_in(markdown))) if "](" in markdown else ()


def version_cuts(version: TextVersion) -> Iterator[Cut]:
    """The passages of one version, then its notes; a note stands where the text calls it."""
    pieces = [
        Piece(
            text=plain(passage.text),
            key=passage.key,
            region=passage.region,
            begins=passage.start,
            ends=passage.end,
            mentions=mentioned(passage.text),
            opens=passage.kind == "heading",
        )
        for passage in version.passages
    ]
    heard = version.kind == "captions" or (
        bool(pieces) and sum(piece.begins is not None for piece in pieces) > len(pieces) // 2
    )
    kind: PassageKind = "captions" if heard else "text"
    for stretch in join_cues(pieces) if heard else join_paragraphs(pieces):
        yield Cut(kind, version.key, version.language, stretch)
    called = {
        call: passage.key
        for passage in version.passages
        if "[^" in passage.text
        for call in (note.key for note in version.notes)
        if f"[^{call}]" in passage.text
    } if version.notes else {}  # fmt: skip
    notes = [
        Piece(text=plain(note.text), key=called.get(note.key, ""), mentions=mentioned(note.text))
        for note in version.notes
    ]
    for stretch in join_paragraphs(notes):
        yield Cut("note", version.key, version.language, stretch)


def source_cuts(source: Source) -> Iterator[Cut]:
    for version in source.texts:
        yield from version_cuts(version)


def number(cuts: Sequence[Cut], key: int) -> tuple[PassageDocument, ...]:
    """The passages with their numbers, anchors and neighbours in other versions."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, cut in enumerate(cuts):
        if cut.kind in ("text", "captions"):
            for passage in {part.key for _, _, part in cut.stretch.parts if part.key}:
                holders[passage, cut.version].append(place)
    versions = dict.fromkeys(version for _, version in holders)
    made = []
    for place, cut in enumerate(cuts):
        aligned: dict[int, None] = {}
        if cut.kind in ("text", "captions"):
            shown = len(cut.stretch.text) - cut.stretch.skipped
            for start, _, part in cut.stretch.parts:
                for version in versions if part.key and start < shown else ():
                    if version != cut.version:
                        aligned.update(dict.fromkeys(holders.get((part.key, version), ())))
        made.append(_document(cut, place, key, tuple(f"{key}/{other}" for other in aligned)))
    return tuple(made)


def _document(cut: Cut, place: int, key: int, aligned: tuple[str, ...]) -> PassageDocument:
    mentions = dict.fromkeys(target for _, _, part in cut.stretch.parts for target in part.mentions)
    return PassageDocument(
        id=f"{key}/{place}",
        key=key,
        number=place,
        kind=cut.kind,
        version=cut.version,
        language=cut.language,
        text=cut.stretch.text,
        anchors=tuple(
            Anchor(start=start, end=end, key=part.key, region=part.region, begins=part.begins, ends=part.ends)
            for start, end, part in cut.stretch.parts
            if part.key or part.region or part.begins is not None
        ),
        aligned=aligned,
        mentions=tuple(mentions),
        skipped=cut.stretch.skipped,
    )

"""A line of words as the editor holds it: runs of text, each with its styles and with what it stands for."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct

Style = Literal["em", "strong", "code"]


class Link(Struct, frozen=True):
    """A link to a record, a span, a page of the original, or elsewhere."""

    href: str
    title: str = ""


class NoteCall(Struct, frozen=True):
    """The call of a footnote; in its run the key stands for it."""

    key: str


class Citation(Struct, frozen=True):
    """A cited work and the place in it; in its run the work's key stands for it."""

    key: str
    locator: str = ""


Entity = Link | NoteCall | Citation | None


class Run(NamedTuple):
    """Words that look alike. A line end in the text is a line break, as in verse."""

    text: str
    styles: frozenset[Style] = frozenset()
    entity: Entity = None


Words = tuple[Run, ...]

ATOMS = (NoteCall, Citation)
"""What is one thing, whatever stands for it in its run."""


def merged(runs: Iterable[Run]) -> Words:
    """Neighbours that look alike made one; runs without text left out."""
    made: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if made and made[-1][1:] == run[1:] and not isinstance(run.entity, ATOMS):
            made[-1] = run._replace(text=made[-1].text + run.text)
        else:
            made.append(run)
    return tuple(made)


def characters(words: Words) -> list[Run]:
    """Each letter as a run of its own; a call or a citation is one."""
    return [
        Run(piece, run.styles, run.entity)
        for run in words
        for piece in ([run.text] if isinstance(run.entity, ATOMS) else run.text)
    ]


def text_of(words: Words) -> str:
    """The words alone, without notes and citations."""
    return "".join(run.text for run in words if not isinstance(run.entity, ATOMS))

"""A record that waits for all files to be read, so that its pointers can be made links."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sourcebook.ingest.arrival import Origin
from sourcebook.ingest.tei.authorities import Authorities
from sourcebook.ingest.tei.reading import Reading
from sourcebook.ingest.tei.targets import Targets
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Note, Passage, Record, TextVersion
from sourcebook.standards.markdown.block import print_block
from sourcebook.standards.markdown.inline import Resolve, print_words
from sourcebook.standards.tei import Element


@dataclass(eq=False)
class Sketch:
    """Where a record was written and how it is made."""

    reference: str
    origin: Origin
    make: Callable[[Resolve], Record]
    named_only: bool = False
    """Whether the files say no more of it than its name."""


@dataclass(eq=False)
class Import:
    """What all files of one import share."""

    authorities: Authorities = field(default_factory=Authorities)
    targets: Targets = field(default_factory=Targets)
    sketches: list[Sketch] = field(default_factory=list)
    slugs: set[str] = field(default_factory=set)
    """References that are taken."""
    keywords: dict[str, list[tuple[str, Volume, Element]]] = field(default_factory=dict)
    """Subjects, with where each was marked, by keyword."""
    meanings: dict[str, str] = field(default_factory=dict)
    """The authority or theme that a keyword has come to mean."""

    def free(self, kind: str, wanted: str) -> str:
        """A reference that nothing has yet: the wanted slug, or with a number."""
        reference, count = f"{kind}:{wanted}", 1
        while reference in self.slugs:
            count += 1
            reference = f"{kind}:{wanted}-{count}"
        self.slugs.add(reference)
        return reference

    def place(self, reading: Reading, reference: str) -> None:
        """Let others point at the passages of a text."""
        for identifier, key in reading.places.items():
            self.targets.places.setdefault((reading.volume.identifier, identifier), f"{reference}#{key}")


def passages_of(reading: Reading, resolve: Resolve) -> tuple[Passage, ...]:
    """The passages of a text, when it is known where its pointers lead."""
    return tuple(
        Passage(key=draft.key, kind=draft.kind, speaker=draft.speaker, text=print_block(draft.block, resolve))
        for draft in reading.drafts
    )


def notes_of(reading: Reading, resolve: Resolve) -> tuple[Note, ...]:
    """The footnotes of a text, in the order of their calls."""
    return tuple(Note(key=note.key, text=print_words(note.words, resolve)) for note in reading.notes)


def text_version(reading: Reading, resolve: Resolve) -> tuple[TextVersion, ...]:
    """The transcription, if the text has any words."""
    passages = passages_of(reading, resolve)
    language = reading.volume.language
    if not passages:
        return ()
    return (
        TextVersion(key=language, language=language, passages=passages, notes=notes_of(reading, resolve)),
    )

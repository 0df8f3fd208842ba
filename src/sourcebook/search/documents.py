"""Index documents: what of one published record can be found, whole and passage by passage.

Made from records only (`search.making`); no engine and no analyser is known here.
"""

from typing import Literal

from sourcebook.record import LanguageMap
from sourcebook.record.parts import Part
from sourcebook.search.facets import Facets
from sourcebook.vocabulary.dates import HistoricalDate
from sourcebook.vocabulary.kinds import Kind

PassageKind = Literal["text", "captions", "essay", "canvas", "description", "names", "note", "headnote"]
"""What the words are to the record: a text version's, cues of a recording, an essay's, what a canvas shows, the
record's own description or introduction, the names of an authority, a footnote, what a subject says of a source."""

Place = Literal["title", "names", "byline", "description", "text"]
"""Where in a record words stand, as its readers would say it."""


class Anchor(Part, frozen=True, kw_only=True):
    """That the characters [start, end) of a passage's text stand at one citable place of the record."""

    start: int
    """Characters (code points) of `PassageDocument.text`, from 0; the end is exclusive."""
    end: int
    key: str = ""
    """The key of the record's own passage there: `p12`, the same in all versions."""
    region: str = ""
    """Canvas and rectangle in pixels, `2:120,80,600,400`; a canvas alone, `2`, where all of it is meant."""
    begins: float | None = None
    """Seconds from the beginning of the recording; `ends` likewise."""
    ends: float | None = None

    @property
    def fragment(self) -> str:
        """The span that a link to this place ends in, without `#`: a time, else a passage, else a region; or ""."""
        if self.begins is not None:
            return f"t={self.begins:.12g}" + (f",{self.ends:.12g}" if self.ends is not None else "")
        if self.key:
            return self.key
        return f"xywh={self.region}" if "," in self.region else ""


class PassageDocument(Part, frozen=True, kw_only=True):
    """60 to 150 words that stand together, in one language: what is found, shown and linked to."""

    id: str
    """`key/number`, unique in the index."""
    key: int
    """The key of the record it belongs to."""
    number: int
    """Its place in the record's reading order, from 0."""
    kind: PassageKind
    version: str = ""
    """The key of the text version; for an essay its language; empty for the record's own words."""
    language: str = ""
    """BCP 47; empty where nobody says."""
    text: str
    """Plain words, NFC, without Markdown; what was divided at the end of a page is whole again."""
    anchors: tuple[Anchor, ...] = ()
    """In order of `start`; they need not cover the text."""
    aligned: tuple[str, ...] = ()
    """Ids of passages of the record's other versions that hold the same keys."""
    mentions: tuple[str, ...] = ()
    """References of authorities that these very words link to."""
    skipped: int = 0
    """How many characters at the end are a look-ahead, which the next passage has too."""


class Words(Part, frozen=True, kw_only=True):
    """Words of a record that are searched as a part of the whole and are no passage's: a title, a name, a byline."""

    place: Place
    text: str
    language: str = ""


class RecordDocument(Part, frozen=True, kw_only=True):
    """One published record, whole: what results are grouped by and facets count."""

    key: int
    """An integer of the index's own, made from the permanent identifier (`search.keys.key_of`): below 2**63."""
    identifier: str
    reference: str
    kind: Kind
    address: str
    """Of its page, in the first language of the interface: `/sources/poznan-report/`."""
    title: LanguageMap
    """The title, or the preferred names of an authority."""
    summary: LanguageMap = {}
    """A line or two for lists."""
    date: HistoricalDate | None = None
    first_day: int | None = None
    """The number of the first day it can mean (`vocabulary.dates.days`); None where open or undated."""
    last_day: int | None = None
    facets: Facets = {}
    words: tuple[Words, ...] = ()
    passages: tuple[PassageDocument, ...] = ()
    """In reading order."""
    selects: tuple[str, ...] = ()
    """Of a subject: the sources it selects, which bear its facet."""

    @property
    def dated(self) -> bool:
        return self.first_day is not None or self.last_day is not None

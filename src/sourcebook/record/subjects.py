"""Years, themes and subjects: how the archive is arranged for reading."""

from typing import Annotated, Literal

from msgspec import Meta

from sourcebook.record.base import PublishedRecord
from sourcebook.record.cited import CitedWork
from sourcebook.record.parts import Contribution, LanguageMap, Part
from sourcebook.record.reference import Reference
from sourcebook.vocabulary.dates import HistoricalDate


class Archive(PublishedRecord, frozen=True, kw_only=True, tag="archive"):
    """The whole archive: what its home page, its feeds and every footer say of it. Its slug is `archive`."""

    title: LanguageMap
    subtitle: LanguageMap = {}
    description: LanguageMap = {}
    """Markdown; the home page's introduction."""
    languages: tuple[str, ...] = ("en",)
    """Languages of the interface; the first is the one without a prefix in its addresses."""
    contributions: tuple[Contribution, ...] = ()
    """The editors."""
    publisher: str = ""
    licence: str = ""
    """URI of the licence of the archive's own words."""


class Year(PublishedRecord, frozen=True, kw_only=True, tag="year"):
    """A year."""

    slug: Annotated[str, Meta(pattern="^[0-9]{1,4}$")]
    """The year itself, `1956`; its page stands at the root, where nothing else is a number."""
    title: LanguageMap = {}
    introduction: LanguageMap = {}
    """Markdown."""


class Theme(PublishedRecord, frozen=True, kw_only=True, tag="theme"):
    """A thread through the years."""

    title: LanguageMap
    summary: LanguageMap = {}
    """A sentence or two for lists."""
    introduction: LanguageMap = {}
    """Markdown."""


class Essay(Part, frozen=True, kw_only=True):
    """A signed essay in one language."""

    language: str
    body: str
    """Markdown of the archive's own kind, footnotes included."""
    title: str = ""
    """Where it is not the subject's."""
    contributions: tuple[Contribution, ...] = ()
    """The byline."""
    date: HistoricalDate | None = None
    """When it was written."""
    translates: str = ""
    """The language it was translated from, where it is a translation."""
    bibliography: tuple[CitedWork, ...] = ()
    """The works that its notes cite."""


class Selection(Part, frozen=True, kw_only=True):
    """A source chosen for a subject, with what this subject says of it."""

    source: Reference
    headnote: LanguageMap = {}
    """What a reader should know before opening it: Markdown."""
    questions: tuple[LanguageMap, ...] = ()
    """Questions for a class."""


class Subject(PublishedRecord, frozen=True, kw_only=True, tag="subject"):
    """What a historian took up: an essay and the sources that let a reader judge."""

    title: LanguageMap
    year: Reference
    """The year whose room it stands in."""
    date: HistoricalDate | None = None
    """When it happened; subjects of a year stand in this order."""
    summary: LanguageMap = {}
    """A sentence or two for lists."""
    image: str = ""
    """A source or a region span of it, for cards."""
    essays: tuple[Essay, ...] = ()
    """The original first, then translations."""
    selections: tuple[Selection, ...] = ()
    """In the order in which they are shown, each under the tab of its medium."""
    themes: tuple[Reference, ...] = ()
    about: tuple[Reference, ...] = ()
    """People, organisations, places, events and terms it is about."""
    comments: Literal["closed", "open"] = "closed"

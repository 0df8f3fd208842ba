"""The JSON form of answers: what `/api/search`, `/api/within`, `/api/similar` and `/api/suggest` send."""

from msgspec import Struct

from sourcebook.record.parts import LanguageMap
from sourcebook.search.answers import Why


class ApiMark(Struct, frozen=True, rename="camel"):
    """Something that was found in a passage's text."""

    start: int
    """Characters (Unicode code points) from 0; the end is exclusive."""
    end: int
    why: Why | None = None


class ApiPassage(Struct, frozen=True, kw_only=True, rename="camel"):
    """A passage that was found."""

    text: str
    marks: tuple[ApiMark, ...] = ()
    language: str = ""
    version: str = ""
    """The key of the text version; for an essay its language."""
    keys: tuple[str, ...] = ()
    """Of the record's own passages that it holds."""
    place: str = ""
    """The span it begins with: a key (`p12`), `t=63.2,71` or `xywh=2:120,80,600,400`."""
    label: str = ""
    address: str
    """Absolute, the span included."""


class ApiResult(Struct, frozen=True, kw_only=True, rename="camel"):
    """A record that was found."""

    reference: str
    identifier: str
    kind: str
    medium: str = ""
    title: LanguageMap
    label: str
    """The title in the language that was asked for."""
    date: str = ""
    """As written."""
    earliest: str = ""
    latest: str = ""
    address: str
    record: str
    """The address of the whole record as JSON."""
    why: tuple[str, ...] = ()
    """Sentences in the language that was asked for."""
    passages: tuple[ApiPassage, ...] = ()


class ApiValue(Struct, frozen=True, rename="camel"):
    """One value of a facet."""

    value: str
    label: str
    count: int
    chosen: bool = False


class ApiAnswer(Struct, frozen=True, kw_only=True, rename="camel"):
    """One page of results."""

    query: str
    total: int
    page: int
    pages: int
    next: str = ""
    """The address of the next page; empty on the last."""
    previous: str = ""
    loosened: bool = False
    """Few records had all words, so these have most of them."""
    incomplete: bool = False
    """The time ran out: passages or counts are missing."""
    remarks: tuple[str, ...] = ()
    did_you_mean: tuple[str, ...] = ()
    results: tuple[ApiResult, ...] = ()
    facets: dict[str, tuple[ApiValue, ...]] = {}


class ApiWithin(Struct, frozen=True, kw_only=True, rename="camel"):
    """All that was found in one record, in its order."""

    query: str
    reference: str
    passages: tuple[ApiPassage, ...] = ()


class ApiSuggestion(Struct, frozen=True, kw_only=True, rename="camel"):
    """How a word may go on, or a thing of that name."""

    text: str
    label: str = ""
    address: str = ""


class ApiSuggestions(Struct, frozen=True, kw_only=True, rename="camel"):
    """Suggestions for what was begun."""

    suggestions: tuple[ApiSuggestion, ...] = ()


class ApiSimilar(Struct, frozen=True, kw_only=True, rename="camel"):
    """Records with the same telling words."""

    results: tuple[ApiResult, ...] = ()


class ApiError(Struct, frozen=True, kw_only=True, rename="camel"):
    """What is wrong, in a sentence."""

    error: str

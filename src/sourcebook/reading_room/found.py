"""What a page of search results shows, in plain values: whoever searches fills them in, the page only sets them."""

from collections.abc import Iterable

from markupsafe import Markup, escape
from msgspec import Struct

from sourcebook.reading_room.cards import ShortCard
from sourcebook.reading_room.languages import Words


class Piece(Struct, frozen=True):
    """A stretch of a text; a marked one is what was found."""

    text: str
    marked: bool = False


class Snippet(Struct, frozen=True, kw_only=True):
    """A passage that was found, cut to what is worth reading."""

    pieces: tuple[Piece, ...]
    language: str = ""
    label: str = ""
    """Where it stands, as its page counts: `p12`, `1:03`, `f. 2v`."""
    address: str = ""
    """Of the place itself, a span included."""
    version: str = ""
    """What it is to the record, in words: “transcription, Russian”, “captions”."""
    beside: tuple[Piece, ...] = ()
    """The same passage in another language, where there is one."""
    beside_language: str = ""


class Hit(Struct, frozen=True, kw_only=True):
    """A record that was found."""

    reference: str
    address: str
    title: Words
    marked_title: tuple[Piece, ...] = ()
    label: str = ""
    """Its medium or kind, in words."""
    card: ShortCard | None = None
    reasons: tuple[str, ...] = ()
    """Sentences on why it was found, where the words shown do not say so."""
    snippets: tuple[Snippet, ...] = ()
    all_within: str = ""
    """The address of all that was found in it."""
    alike: str = ""
    """The address of what is like it."""


class Choice(Struct, frozen=True, kw_only=True):
    """One value of a facet, as a check box."""

    value: str
    label: Words
    count: int
    chosen: bool = False


class Group(Struct, frozen=True, kw_only=True):
    """A facet: the name of its form field, its heading, its values."""

    name: str
    heading: str
    choices: tuple[Choice, ...]
    folded: tuple[Choice, ...] = ()
    """Those that are shown when asked for."""
    open: bool = False


class Bar(Struct, frozen=True, kw_only=True):
    """One column of the histogram of years, from 0 to 100 high."""

    label: str
    count: int
    height: int
    chosen: bool = False


class Link(Struct, frozen=True):
    """Words that lead to another page of results."""

    label: str
    address: str
    current: bool = False


class Instead(Struct, frozen=True, kw_only=True):
    """Another question that may have been meant; the marked word is spelt otherwise."""

    pieces: tuple[Piece, ...]
    address: str
    total: int
    """How much it finds with all its words; 0 where only some of them are found."""


class Found(Struct, frozen=True, kw_only=True):
    """One page of results."""

    query: str = ""
    asked: bool = False
    """Whether anything was asked for at all."""
    total: int = 0
    hits: tuple[Hit, ...] = ()
    groups: tuple[Group, ...] = ()
    bars: tuple[Bar, ...] = ()
    first_year: str = ""
    last_year: str = ""
    surely: bool = False
    sort: str = "relevance"
    orders: tuple[tuple[str, str], ...] = ()
    """Code and label of each order."""
    remarks: tuple[str, ...] = ()
    """What must be said of the question: read as words, loosened, broken off."""
    instead: Instead | None = None
    """“Did you mean …”."""
    things: tuple[Hit, ...] = ()
    """People, places and other things that bear the very name that was asked for."""
    earlier: Link | None = None
    later: Link | None = None
    page: int = 1
    pages: int = 1
    within: Hit | None = None
    """The one record that is searched, where it is one alone."""
    passages: bool = False
    """Whether passages are counted, not records."""
    like: Hit | None = None
    """The record that all of these are like."""
    kept: tuple[tuple[str, str], ...] = ()
    """Form fields that stay as they are."""


def pieces(stretches: Iterable[Piece]) -> Markup:
    """A text as HTML, with what was found marked."""
    return Markup("").join(
        Markup(f"<mark>{escape(one.text)}</mark>") if one.marked else escape(one.text)  # noqa: S704 - escaped
        for one in stretches
    )

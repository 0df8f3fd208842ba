"""Which of a source's texts its page shows at first; asked of a whole record, or of the outline of one."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

import msgspec
from msgspec import Struct


class Keyed(Protocol):
    """A passage, as far as it is asked."""

    @property
    def key(self) -> str: ...


class Version(Protocol):
    """A text version, as far as it is asked."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def translates(self) -> str: ...
    @property
    def supersedes(self) -> str: ...
    @property
    def passages(self) -> Sequence[Keyed]: ...


V_co = TypeVar("V_co", bound=Version, covariant=True)
V = TypeVar("V", bound=Version)


class Versioned(Protocol[V_co]):
    """A source, as far as it is asked."""

    @property
    def languages(self) -> Sequence[str]: ...
    @property
    def texts(self) -> Sequence[V_co]: ...


def standing(source: Versioned[V]) -> list[V]:
    """Versions that no later one supersedes."""
    superseded = {text.supersedes for text in source.texts}
    return [text for text in source.texts if text.key not in superseded]


def original_of(source: Versioned[V], texts: Sequence[V]) -> V | None:
    """The version in the source's own language, else the first that translates no other."""
    for text in texts:
        if text.language in source.languages and not text.translates and text.kind != "translation":
            return text
    return next((text for text in texts if not text.translates), texts[0] if texts else None)


def pair_of(source: Versioned[V], language: str) -> list[V]:
    """What is shown at first: the original, and beside it the translation into the reader's language or another."""
    texts = standing(source)
    original = original_of(source, texts)
    if original is None:
        return []
    keys = {passage.key for passage in original.passages}
    beside = [
        text
        for text in texts
        if text is not original
        and text.language != original.language
        and any(passage.key in keys for passage in text.passages)
    ]
    beside.sort(key=lambda text: text.language.split("-")[0] != language.split("-")[0])
    return [original, *beside[:1]]


class _Key(Struct):
    key: str


class _Text(Struct):
    key: str
    kind: str = ""
    language: str = ""
    translates: str = ""
    supersedes: str = ""
    passages: tuple[_Key, ...] = ()


class Outline(Struct):
    """What the JSON form of a source says of its versions, without their words: read six times as fast."""

    languages: tuple[str, ...] = ()
    texts: tuple[_Text, ...] = ()


outline_of = msgspec.json.Decoder(Outline).decode

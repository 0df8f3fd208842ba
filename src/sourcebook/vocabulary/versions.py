"""Kinds of text versions: what a text is to the source it belongs to."""

from typing import Literal, get_args

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import unknown

VersionKind = Literal[
    "transcription", "translation", "captions", "lyrics", "transliteration", "description", "precis"
]

VERSION_KINDS: tuple[VersionKind, ...] = get_args(VersionKind)

_LABELS: dict[VersionKind, tuple[str, str]] = {
    "transcription": ("Transcription", "Расшифровка"),
    "translation": ("Translation", "Перевод"),
    "captions": ("Captions", "Субтитры"),
    "lyrics": ("Lyrics", "Слова песни"),
    "transliteration": ("Transliteration", "Транслитерация"),
    "description": ("Description", "Описание"),
    "precis": ("Précis", "Краткое изложение"),
}


def label(kind: VersionKind, language: str) -> str:
    """The kind's name in Russian ("ru…") or else in English, as a heading."""
    if kind not in _LABELS:
        raise unknown(
            Sentence("“{code}” is no known kind of text version; did you mean {near}?"), kind, VERSION_KINDS
        )
    return _LABELS[kind][language.startswith("ru")]

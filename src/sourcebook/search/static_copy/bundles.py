"""Which bundles a copy has, and which records stand in each."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from sourcebook.search.documents import RecordDocument
from sourcebook.vocabulary.languages import script


class Bundle(Struct, frozen=True):
    """One index, with the grammar of one language."""

    language: str
    """The main subtag."""
    script: str
    """ISO 15924, as `Cyrl`: questions in these letters are asked of it."""


def main_language(tag: str) -> str:
    """`sr` of `sr-Latn`; "" stays as it is."""
    return tag.split("-")[0].lower()


def bundles_of(documents: Iterable[RecordDocument], interface: Sequence[str]) -> tuple[Bundle, ...]:
    """Of the interface's languages, which come first, and of all texts."""
    languages = dict.fromkeys(map(main_language, interface))
    for document in documents:
        languages |= dict.fromkeys(main_language(one.language) for one in document.passages if one.language)
    return tuple(Bundle(language, _script(language)) for language in languages if language.isalpha())


def _script(language: str) -> str:
    try:
        return script(language)
    except ValueError:
        return "Latn"


def belongs(document: RecordDocument, bundle: Bundle, interface: Sequence[str]) -> bool:
    """Whether a record stands in a bundle: in that of each of its texts, and by its names in the interface's."""
    if bundle.language in map(main_language, interface):
        return True
    return any(main_language(passage.language) == bundle.language for passage in document.passages)

"""The first record of a new archive: the archive itself, published so that its pages have a frame."""

from collections.abc import Sequence

from sourcebook.publishing.actions import publish
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive
from sourcebook.vocabulary.languages import check_language


def begin_archive(title: str, languages: Sequence[str]) -> None:
    """Put the archive's own record on the desk and publish it; a LanguageError where a language is none."""
    known = tuple(check_language(language) for language in languages)
    archive = Archive(slug="archive", title={known[0]: title}, languages=known)
    restore_all([archive])
    publish([archive.reference])

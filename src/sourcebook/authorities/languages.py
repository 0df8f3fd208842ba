"""Which languages the archive is written in, and which wording of a language map heads a list.

The archive's home page, which knows its languages, stands above this app; it tells us how to ask for them.
"""

from collections.abc import Callable

from sourcebook.record import LanguageMap


def _english() -> tuple[str, ...]:
    return ("en",)


_sources: list[Callable[[], tuple[str, ...]]] = [_english]


def ask(function: Callable[[], tuple[str, ...]]) -> None:
    """Learn from `function` from now on."""
    _sources[:] = [function]


def archive_languages() -> tuple[str, ...]:
    """BCP 47 tags, the archive's first language first; never empty."""
    return _sources[0]() or _english()


def wording(words: LanguageMap, languages: tuple[str, ...] | None = None) -> str:
    """The words in the archive's first language that has any, else in whichever language there is; else ""."""
    for language in languages or archive_languages():
        if words.get(language):
            return words[language]
    return next((text for text in words.values() if text), "")

"""The analyser of the indexer: tokens, their folded forms, and their stems by the language of the text."""

import unicodedata
from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from importlib import resources
from importlib.metadata import version

from sourcebook.search.analysing import Token
from sourcebook.search.analysis.grammars import Grammar, grammar_of
from sourcebook.search.words.compounds import compounds
from sourcebook.search.words.folding import fold
from sourcebook.search.words.scripts import is_unspaced
from sourcebook.search.words.tokens import tokens

_MOST_CACHED = 400_000
_LIBRARIES = ("pystemmer", "pymorphy3", "pymorphy3-dicts-ru", "simplemma")

Stemmer = Callable[[str, str], str]
"""From a word as written and its folded form to the folded stem."""


class LanguageAnalyser:
    """Makes tokens; loads a language's grammar when a text in it first comes, and remembers the words it has seen."""

    def __init__(self) -> None:
        self._stemmers: dict[str, Stemmer] = {}

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the versions of all grammars, of Unicode's tables and of our own rules."""
        known = blake2b(unicodedata.unidata_version.encode(), digest_size=8)
        for library in _LIBRARIES:
            known.update(f"{library} {version(library)}\n".encode())
        for package in ("sourcebook.search.words", "sourcebook.search.analysis"):
            files = [file for file in resources.files(package).iterdir() if file.name.endswith(".py")]
            for file in sorted(files, key=lambda file: file.name):
                known.update(file.read_bytes())
        return known.hexdigest()

    def tokens(self, text: str, language: str) -> list[Token]:
        """The words of a text in its language (BCP 47, or "" for unknown), in order; any text has an answer."""
        stem = self._stemmers.get(language) or self._learn(language)
        words = tokens(text)
        joined = {compound.end: compound.form for compound in compounds(text, words)}
        return [
            Token(
                start=start,
                end=end,
                form=form,
                stem=stem(text[start:end], form),
                also=(joined[end],) if end in joined else (),
            )
            for form, start, end in words
        ]

    def _learn(self, language: str) -> Stemmer:
        self._stemmers[language] = stemmer = _remembering(grammar_of(language))
        return stemmer


def _remembering(grammar: Grammar) -> Stemmer:
    seen: dict[str, str] = {}

    def stem(written: str, form: str) -> str:
        found = seen.get(written)
        if found is None:
            if len(seen) >= _MOST_CACHED:
                seen.clear()
            plain = form.isdigit() or is_unspaced(form)
            found = form if plain else fold(grammar(written)) or form
            seen[written] = found
        return found

    return stem

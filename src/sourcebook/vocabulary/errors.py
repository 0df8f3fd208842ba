"""What goes wrong with words that have a fixed meaning."""

from collections.abc import Iterable
from difflib import get_close_matches

from sourcebook.errors import SourcebookError
from sourcebook.sentences import Sentence


class VocabularyError(SourcebookError, ValueError):
    """A word outside its vocabulary; the message is one sentence that says what to write instead."""


class DateError(VocabularyError):
    """EDTF that is not EDTF, or that names a day which never was."""


class LanguageError(VocabularyError):
    """A language tag that is not well formed by BCP 47."""


def unknown(sentence: Sentence, code: str, known: Iterable[str]) -> VocabularyError:
    """An error that names the nearest known codes, so that a slip of the pen is mended at once.

    The sentence has gaps for both, `{code}` and `{near}`.
    """
    known = sorted(known)
    near = get_close_matches(code[:80].casefold(), known, n=3, cutoff=0.5) or known[:6]
    return VocabularyError(Sentence(sentence.template, code=code[:80], near=", ".join(near)))

"""What goes wrong with words that have a fixed meaning."""

from collections.abc import Iterable
from difflib import get_close_matches

from sourcebook.errors import SourcebookError


class VocabularyError(SourcebookError, ValueError):
    """A word outside its vocabulary; the message is one sentence that says what to write instead."""


class DateError(VocabularyError):
    """EDTF that is not EDTF, or that names a day which never was."""


class LanguageError(VocabularyError):
    """A language tag that is not well formed by BCP 47."""


def unknown(kind: str, code: str, known: Iterable[str]) -> VocabularyError:
    """An error that names the nearest known codes, so that a slip of the pen is mended at once."""
    known = sorted(known)
    near = get_close_matches(code[:80].casefold(), known, n=3, cutoff=0.5) or known[:6]
    return VocabularyError(f"“{code[:80]}” is no known {kind}; did you mean {', '.join(near)}?")

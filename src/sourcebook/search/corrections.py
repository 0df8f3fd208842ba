"""“Did you mean …”: what a word that no text has may be a misspelling of."""

from collections.abc import Sequence

from sourcebook.search.engine import Reader
from sourcebook.search.lexicon import Form, Lexicon
from sourcebook.search.words.folding import fold
from sourcebook.search.words.scripts import is_unspaced

SHORTEST = 4
"""Letters: shorter words are a letter away from too many others."""
LONG = 8
"""Letters from which on two slips are forgiven."""
MOST = 3


def nearest(lexicon: Lexicon, form: str) -> Sequence[Form]:
    """The forms fewest letters away, the most frequent first; none for short words, numbers and pairs of letters."""
    if len(form) < SHORTEST or form.isdigit() or is_unspaced(form):
        return ()
    one = lexicon.near(form, 1, MOST)
    return one or (lexicon.near(form, 2, MOST) if len(form) >= LONG else ())


def did_you_mean(written: str, unknown: Sequence[str], lexicon: Lexicon, reader: Reader) -> str:
    """The question with its unknown words mended; empty where there is nothing better.

    Only words of what is published now are proposed: the lexicon may remember others.
    """
    mended = written
    for word in unknown:
        for form in nearest(lexicon, fold(word)):
            if any(live == form.form for live, _ in reader.forms(form.form, 5)):
                mended = mended.replace(word, form.form)
                break
    return mended if mended != written else ""

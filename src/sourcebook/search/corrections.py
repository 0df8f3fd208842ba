"""What a word may be a misspelling of."""

from collections.abc import Iterator, Sequence

from sourcebook.search.lexicon import Form, Lexicon
from sourcebook.search.words.scripts import is_unspaced
from sourcebook.search.words.stop_words import STOP_WORDS

SHORTEST = 4
"""Letters: shorter words are a letter away from too many others."""
LONG = 10
"""Letters from which on two slips are forgiven."""
MOST = 3
_COMPARED = 12


def nearest(lexicon: Lexicon, form: str) -> Sequence[Form]:
    """The forms fewest letters away, the most frequent first; none for short words, numbers and pairs of letters."""
    for distance in _distances(form):
        if found := lexicon.near(form, distance, MOST):
            return found
    return ()


def alike(lexicon: Lexicon, form: str, least: int, slips: int = 2) -> Iterator[str]:
    """Forms of other words a letter away, then two where so many slips may be, that texts have at least so often."""
    own = {one.stem for one in lexicon.forms(form)}
    seen = {form}
    for distance in _distances(form)[:slips]:
        for one in lexicon.near(form, distance, _COMPARED, least):
            if one.form not in seen and one.stem not in own and one.form not in STOP_WORDS:
                seen.add(one.form)
                yield one.form


def _distances(form: str) -> Sequence[int]:
    if len(form) < SHORTEST or form.isdigit() or is_unspaced(form):
        return ()
    return (1, 2) if len(form) >= LONG else (1,)

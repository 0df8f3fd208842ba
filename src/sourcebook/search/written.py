"""Words as texts write them: the lexicon and the index know folded forms alone."""

from sourcebook.search.asking import Filters
from sourcebook.search.engine import Reader
from sourcebook.search.matching import Has
from sourcebook.search.words.tokens import tokens


def as_written(reader: Reader, form: str) -> str:
    """The word in small letters with its accents, as some text has it (`хрущёва`, `قناة`); else the form itself."""
    found = reader.passages(Has("forms", form), Filters(), limit=1)
    for passage in reader.passage_documents([one.id for one in found]).values():
        for token in tokens(passage.text):
            written = passage.text[token.start : token.end]
            # A word that is divided at the end of a line is not to be shown so.
            if token.form == form and len(written.split()) == 1:
                return written.lower()
    return form

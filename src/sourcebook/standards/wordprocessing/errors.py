from sourcebook.errors import SourcebookError


class WordError(SourcebookError, ValueError):
    """A document that cannot be read; the message says why in a sentence, and what to do."""

"""Search without a server: Pagefind's index beside a static copy, made from the same documents as the live one.

Pagefind reads words by the grammar of one language at a time, so there is a bundle for each language; the reader's
browser asks those whose letters the question is written in.
"""

from sourcebook.search.static_copy.bundles import Bundle, bundles_of
from sourcebook.search.static_copy.slips import misspellings
from sourcebook.search.static_copy.writing import write_bundles

__all__ = ["Bundle", "bundles_of", "misspellings", "write_bundles"]

"""The indexer: takes the log of publications into the index, or makes an index anew beside the serving one.

Only whoever publishes imports this; grammars come with it. Readers import `search.opening`.
"""

from sourcebook.search.indexing.indexer import Indexer
from sourcebook.search.indexing.taken import Taken

__all__ = ["Indexer", "Taken"]

"""The indexer: takes the log of publications into the index, or makes an index anew beside the serving one.

Only whoever publishes imports this, under the publishing lock; it loads grammars. Readers import `search.opening`.
"""

from sourcebook.search.indexing.indexer import Indexer, Taken

__all__ = ["Indexer", "Taken"]

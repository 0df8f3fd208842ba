"""From ranked keys to what a reader sees: one order of records, the best passages of each, counts of facets."""

from sourcebook.search.answering.searcher import Highlighter, Searcher

__all__ = ["Highlighter", "Searcher"]

"""From published records to index documents."""

from sourcebook.search.making.documents import document_of
from sourcebook.search.making.surroundings import Surroundings

__all__ = ["FORMAT", "Surroundings", "document_of"]

FORMAT = "1"
"""Goes up when documents are made in another way: an index of another format is made anew."""

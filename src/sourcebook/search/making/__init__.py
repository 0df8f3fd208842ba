"""From published records to index documents."""

from sourcebook.search.making.documents import document_of
from sourcebook.search.making.surroundings import Surroundings

__all__ = ["Surroundings", "document_of"]

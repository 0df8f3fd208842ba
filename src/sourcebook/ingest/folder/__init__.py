"""The portable archive, both ways (`docs/reference/portable-archive.md`)."""

from sourcebook.ingest.folder.reading import read, recognise
from sourcebook.ingest.folder.writing import ExportError, write

__all__ = ["ExportError", "read", "recognise", "write"]

"""TEI P5 as archives write it: volumes of documents, collections of essays, plays, and any other text."""

from sourcebook.ingest.tei.files import recognise
from sourcebook.ingest.tei.read import read

__all__ = ["read", "recognise"]

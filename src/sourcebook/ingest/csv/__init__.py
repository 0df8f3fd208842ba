"""Spreadsheets as text, in CollectionBuilder's columns or any others', with a folder of objects."""

from sourcebook.ingest.csv.reading import read, recognise

__all__ = ["read", "recognise"]

"""Curated archives of primary sources, from the curator's desk to the reader."""

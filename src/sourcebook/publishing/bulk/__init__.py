"""Changing many sources at once: shown beforehand, done as records, undone where nobody touched them since."""

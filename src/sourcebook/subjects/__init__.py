"""The desk's arrangement for reading: the archive's home, years, themes and subjects, as Wagtail pages."""

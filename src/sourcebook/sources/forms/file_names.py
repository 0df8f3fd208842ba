"""What a file is called in its source, from what it was called where it came from."""

from collections.abc import Container

from wagtail.coreutils import string_to_ascii

from sourcebook.masters.naming import file_name


def name_after(came_as: str, media_type: str, taken: Container[str]) -> str:
    """In Latin letters: `Плакат № 1.PNG` becomes `Plakat-No-1.png`."""
    stem, dot, suffix = came_as.rpartition(".")
    return file_name(string_to_ascii(stem if dot else suffix), suffix if dot else "", media_type, taken)

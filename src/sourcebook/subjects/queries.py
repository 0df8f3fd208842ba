"""What others ask of the archive's arrangement."""

from sourcebook.subjects.models import ArchivePage


def archive_languages() -> tuple[str, ...]:
    """Of the reading room, the first first; empty before there is an archive."""
    languages: tuple[str, ...] | None = ArchivePage.objects.values_list("languages", flat=True).first()
    return languages or ()

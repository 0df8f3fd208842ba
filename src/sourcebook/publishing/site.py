"""The site that the pages of an archive are made for."""

from functools import partial

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.derivatives.copies import copy_path
from sourcebook.publishing.models import Publication
from sourcebook.reading_room.site import Site, make_site
from sourcebook.record import Archive, decode


def site_of(archive: ArchiveFolder) -> Site:
    """The site as the latest published record of the archive itself has it."""
    line = Publication.objects.filter(reference="archive:archive", act="published").order_by("-id").first()
    record = decode(bytes(line.record)) if line else None
    languages = record.languages if isinstance(record, Archive) else ("en",)
    return make_site(archive.address, languages, partial(copy_path, archive.access))

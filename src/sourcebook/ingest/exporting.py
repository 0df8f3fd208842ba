"""Exporting the desk as a portable archive."""

from pathlib import Path

from django.db import transaction

from sourcebook.archive_folder import current_archive
from sourcebook.ingest.folder import write
from sourcebook.ingest.remembering import remember
from sourcebook.publishing.gather import gather_all


def export_archive(folder: Path) -> int:
    """Write all that is on the desk; how many records there are. An ExportError where the folder is in use.

    What was exported counts as imported: changed in the folder and imported again, it changes the desk.
    """
    with transaction.atomic():
        records = list(gather_all())
        count = write(records, current_archive().master, folder)
        remember({record.reference: record for record in records})
    return count

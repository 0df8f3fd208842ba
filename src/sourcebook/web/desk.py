"""Django, set up for one archive: to be called once in a process, before anything asks the desk."""

import os
from pathlib import Path

from sourcebook.archive_folder import ENVIRONMENT, ArchiveFolder, ArchiveFolderError, open_archive


def configure(folder: Path) -> ArchiveFolder:
    """Make this process work on the archive in `folder`; child processes inherit it."""
    import django
    from django.apps import apps

    archive = open_archive(folder)
    if apps.ready and os.environ.get(ENVIRONMENT) != str(archive.folder):
        raise ArchiveFolderError("This process works on another archive already: start a new one.")
    os.environ[ENVIRONMENT] = str(archive.folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "sourcebook.web.settings"
    if not apps.ready:
        django.setup()
    return archive

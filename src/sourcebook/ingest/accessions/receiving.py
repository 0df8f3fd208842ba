"""What is uploaded lies in a folder of its own in the inbox until it is brought in or thrown away."""

import secrets
import shutil
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from sourcebook.archive_folder import current_archive
from sourcebook.errors import SourcebookError
from sourcebook.ingest.models import Accession
from sourcebook.ingest.unpacking import ZipError, unpack

PACKED, UNPACKED = "received", "unpacked"
KEPT = timedelta(days=7)
"""For how long material lies that nobody brings in."""


class ReceivingError(SourcebookError):
    """What was chosen cannot be received."""


def folder_of(accession: Accession) -> Path:
    return current_archive().inbox / "accessions" / accession.folder


def receive(uploads: Iterable[Any], by: Any) -> Accession:
    """Move uploads, which wait in temporary files in the inbox, into a folder of their own."""
    files = list(uploads)
    names = [file.name for file in files]
    if not files:
        raise ReceivingError(_("Choose a zip, TEI files or a spreadsheet first."))
    if len(set(names)) < len(names):
        raise ReceivingError(_("Two of the files have the same name: rename one."))
    title = (
        names[0]
        if len(names) == 1
        else _("%(first)s and %(more)s more") % {"first": names[0], "more": len(names) - 1}
    )
    accession = Accession(title=title[:250], by=by, received=timezone.now(), folder=secrets.token_hex(16))
    folder = folder_of(accession) / PACKED
    folder.mkdir(parents=True)
    try:
        for file in files:
            shutil.move(file.temporary_file_path(), folder / file.name)
        accession.save()
    except BaseException:
        shutil.rmtree(folder.parent, ignore_errors=True)
        raise
    return accession


def unpacked(accession: Accession, tell: Callable[[int, int], None] = lambda done, total: None) -> Path:
    """The folder with all that was received, zips unpacked: made once, aside, so that a part is never taken for it."""
    folder = folder_of(accession)
    whole = folder / UNPACKED
    if not (folder / PACKED).is_dir():
        raise ReceivingError(_("What was uploaded is no longer there: upload it again."))
    if not whole.is_dir():
        aside = folder / ".unpacking"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        try:
            for file in sorted((folder / PACKED).iterdir()):
                if file.suffix.lower() == ".zip":
                    unpack(file, aside, tell)
                else:
                    _place(file, aside / file.name)
            aside.rename(whole)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return _root(whole)


def _place(file: Path, target: Path) -> None:
    """A second name of the file; it is never written into."""
    if target.exists():
        raise ZipError(_("Two files in the zip have the same name: rename one and pack it again."))
    target.hardlink_to(file)


def _root(folder: Path) -> Path:
    """Below the folders that hold nothing but one other folder, as most zips have one at their top."""
    while len(inside := list(folder.iterdir())) == 1 and inside[0].is_dir() and inside[0].name != "sources":
        folder = inside[0]
    return folder


def clear_away(accession: Accession) -> None:
    """Delete what was uploaded: the masters among it are in the inbox by now, or nobody wants them."""
    if accession.folder:
        shutil.rmtree(folder_of(accession), ignore_errors=True)
        accession.folder = ""
        accession.save(update_fields=["folder"])


def clear_forgotten() -> None:
    """Throw away what was received long ago and never brought in."""
    forgotten = Accession.objects.filter(received__lt=timezone.now() - KEPT).exclude(folder="")
    for accession in forgotten:
        clear_away(accession)

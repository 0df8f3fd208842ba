"""Unpacking a zip that a stranger may have made: all of it into a folder, or nothing and one sentence why."""

import errno
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from sourcebook.errors import SourcebookError

MOST_FILES = 200_000
MOST_BYTES = 64 * 2**30
SUSPICIOUS = 200
"""Times that a zip of any size may grow; texts shrink to a twentieth, and only what is made to do harm to more."""
HARMLESS = 2**30
"""Bytes up to which growing is nobody's business."""
SPARE = 2**30
"""Bytes that must stay free on the disk."""
BLOCK = 2**20
_ENCRYPTED, _UTF8 = 0x1, 0x800
_RUBBISH = ("__MACOSX",)


class ZipError(SourcebookError):
    """A zip that is not unpacked; the message is one sentence that says why and what to do."""


def unpack(archive: Path, into: Path, tell: Callable[[int, int], None] = lambda done, total: None) -> None:
    """Unpack into a folder that is there; files of another zip may be in it already. ZipError leaves it half filled."""
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [member for member in opened.infolist() if not member.is_dir()]
            _check(members, archive, into)
            for number, member in enumerate(members, 1):
                if name := _name(member):
                    _write(opened, member, into / name)
                tell(number, len(members))
    except zipfile.BadZipFile as error:
        raise ZipError(_("This zip is damaged or none at all: pack it again.")) from error
    except (NotImplementedError, zlib.error, EOFError) as error:
        raise ZipError(
            _("This zip is damaged, or packed in a way that is not read here: pack it again.")
        ) from error
    except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
        raise ZipError(_("Two files in the zip have the same name: rename one and pack it again.")) from error


def _check(members: list[zipfile.ZipInfo], archive: Path, into: Path) -> None:
    if all(member.is_dir() for member in members):
        raise ZipError(_("The zip is empty: pack the folder again, with what is in it."))
    if len(members) > MOST_FILES:
        raise ZipError(
            _("There are more than %(most)s files in the zip: bring it in parts.") % {"most": MOST_FILES}
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ZipError(_("The zip is encrypted: pack it again without a password."))
    if any(stat.S_ISLNK(member.external_attr >> 16) for member in members):
        raise ZipError(_("There is a symbolic link in the zip: put the file itself in its place."))
    total = sum(member.file_size for member in members)
    if total > MOST_BYTES or (total > HARMLESS and total > SUSPICIOUS * archive.stat().st_size):
        raise ZipError(_("Unpacked, the zip would be larger than makes sense: bring it in parts."))
    if total > shutil.disk_usage(into).free - SPARE:
        raise ZipError(_("There is not enough room on the server's disk to unpack the zip."))


def _name(member: zipfile.ZipInfo) -> str:
    """The path below the folder; empty for what operating systems leave in zips."""
    name = member.orig_filename
    if not member.flag_bits & _UTF8 and not name.isascii():
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError as error:
            raise ZipError(
                _(
                    "A file in the zip has a name that is not UTF-8: give it a name in Latin letters and pack it again."
                )
            ) from error
    steps = PurePosixPath(name).parts
    if (
        not name.isprintable()
        or "\\" in name
        or ":" in name
        or name.startswith("/")
        or ".." in steps
        or not steps
    ):
        raise ZipError(_("A file in the zip would lie outside it: pack the folder again, from inside."))
    if steps[0] in _RUBBISH or any(step.startswith(".") for step in steps):
        return ""
    return "/".join(steps)


def _write(opened: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """Write one file. No more comes of it than the zip's directory says, which has been added up before."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with opened.open(member) as source, target.open("xb") as out:
            shutil.copyfileobj(source, out, BLOCK)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
            raise ZipError(
                _("A file in the zip has a name that is too long: shorten it and pack it again.")
            ) from error
        raise

"""Access copies in their place: `access/ab/<checksum>/<name>`, made once per master, whatever its sources."""

import os
import re
import shutil
from pathlib import Path

from sourcebook.derivatives.images import write_copy
from sourcebook.record import File
from sourcebook.record.access import AccessCopy, access_copies

_RESIZED = re.compile(r"\.(\d+\.webp)$")


def copies_folder(access: Path, sha256: str) -> Path:
    return access / sha256[:2] / sha256


def copy_path(access: Path, sha256: str, name: str) -> Path:
    """Where a copy lies; its name there does not depend on what a source calls the file."""
    resized = _RESIZED.search(name)
    return copies_folder(access, sha256) / (resized[1] if resized else "master")


def make_copies(master: Path, file: File, access: Path) -> list[Path]:
    """Make the copies that are not there yet; the list says which were made."""
    made = (make_copy(master, file, copy, access) for copy in access_copies(file))
    return [path for path in made if path is not None]


def make_copy(master: Path, file: File, copy: AccessCopy, access: Path) -> Path | None:
    """Make one of them; None where it is there."""
    path = copy_path(access, file.sha256, copy.name)
    if path.exists():
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    if copy.width is None:
        _copy(master, path)
    else:
        write_copy(master, path, copy.width)
    return path


def _copy(master: Path, path: Path) -> None:
    """Give a copy of the master, never the master itself: whatever befalls what is public, the master stays."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        shutil.copyfile(master, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)

"""Access copies in their place: `access/ab/<checksum>/<name>`, made once per master, whatever its sources."""

import os
import shutil
from pathlib import Path

from sourcebook.derivatives.images import write_copy
from sourcebook.record import File
from sourcebook.record.access import access_copies


def copies_folder(access: Path, sha256: str) -> Path:
    return access / sha256[:2] / sha256


def generic_name(file: File, name: str) -> str:
    """The name of a copy in the access folder, which does not depend on what a source calls the file."""
    return name.removeprefix(file.name) or "master"


def copy_path(access: Path, file: File, name: str) -> Path:
    return copies_folder(access, file.sha256) / generic_name(file, name).lstrip(".")


def make_copies(master: Path, file: File, access: Path) -> list[Path]:
    """Make the copies that are not there yet; the list says which were made."""
    made = []
    folder = copies_folder(access, file.sha256)
    folder.mkdir(parents=True, exist_ok=True)
    for copy in access_copies(file):
        path = copy_path(access, file, copy.name)
        if path.exists():
            continue
        if copy.width is None:
            _link(master, path)
        else:
            write_copy(master, path, copy.width)
        made.append(path)
    return made


def _link(master: Path, path: Path) -> None:
    """Give the master itself as its copy: one file under two names where the disk allows it."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        os.link(master, aside)
    except OSError:
        shutil.copyfile(master, aside)
    aside.replace(path)

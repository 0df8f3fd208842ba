"""The baked folder: pages are written aside and swapped in; nothing is there that no page asked for."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from secrets import token_hex

from sourcebook.reading_room.baking import file_name

SUFFIXES = ("", ".gz", ".br", ".to", ".gone")
"""What may stand beside a page's file: packed forms, where it leads, that it was withdrawn."""

TRIES = 20
"""Attempts to write into a folder that other workers may prune meanwhile; the second nearly always succeeds."""


def page_path(public: Path, address: str) -> Path:
    return public / file_name(address)


def is_tombstone(public: Path, address: str) -> bool:
    """Whether what stands at the address says that something was withdrawn."""
    return os.path.exists(os.path.join(public, f"{file_name(address)}.gone"))


def write_page(public: Path, address: str, files: Mapping[str, bytes | Path], *, fresh: bool = False) -> bool:
    """Put a page's files in place; without any, the page goes. The answer says whether anything changed on disk.

    `fresh` says that nothing stands at the address yet. Names are plain strings here: this runs for every page.
    """
    path = os.path.join(public, file_name(address))
    if not files:
        return _remove(str(public), path)
    changed = False
    for suffix, content in files.items():
        if fresh or not _same(content, path + suffix):
            _place(content, path + suffix)
            changed = True
    if not fresh:
        changed |= _unlink_all(path, (suffix for suffix in SUFFIXES if suffix not in files))
    return changed


def move_out(public: Path, address: str, folder: Path) -> None:
    """Move what stands at an address into a folder that is not published, on the same disk.

    File systems rename a thousand files while they delete some dozens, because that frees blocks.
    """
    path = os.path.join(public, file_name(address))
    for suffix in SUFFIXES:
        try:
            os.rename(path + suffix, os.path.join(folder, token_hex(8)))
        except FileNotFoundError:
            continue
        except OSError:
            # It is not the same disk after all.
            _unlink(path + suffix)


def _same(content: bytes | Path, target: str) -> bool:
    try:
        if isinstance(content, Path):
            return os.path.samefile(content, target)
        with open(target, "rb") as file:
            return file.read() == content
    except FileNotFoundError:
        return False


def _place(content: bytes | Path, target: str) -> None:
    for _ in range(TRIES):
        try:
            return _swap_in(content, target)
        except FileNotFoundError:
            # The folder is new, or another worker has just pruned it because its last page went.
            os.makedirs(os.path.dirname(target), exist_ok=True)
    _swap_in(content, target)


def _swap_in(content: bytes | Path, target: str) -> None:
    aside = _aside(target)
    try:
        try:
            _write_aside(content, aside)
        except FileExistsError:
            # A run that was cut off left it. It may be another name of a copy that is in use: never write into it.
            os.unlink(aside)
            _write_aside(content, aside)
        os.replace(aside, target)
        if isinstance(content, Path):
            # Where both are names of one file already, to rename one to the other does nothing, by POSIX.
            _unlink(aside)
    except BaseException:
        _unlink(aside)
        raise


def _write_aside(content: bytes | Path, aside: str) -> None:
    """Make the file; a FileExistsError where there is one. A copy is one file under two names where the disk allows."""
    if isinstance(content, Path):
        try:
            os.link(content, aside)
        except (FileExistsError, FileNotFoundError):
            raise
        except OSError:
            with open(content, "rb") as source, open(aside, "xb") as copy:
                shutil.copyfileobj(source, copy)
    else:
        with open(aside, "xb", buffering=0) as file:
            file.write(content)


def _unlink(target: str) -> bool:
    try:
        os.unlink(target)
    except FileNotFoundError:
        return False
    return True


def _unlink_all(path: str, suffixes: Iterable[str]) -> bool:
    return sum(_unlink(path + suffix) for suffix in suffixes) > 0


def _remove(public: str, path: str) -> bool:
    removed = _unlink_all(path, SUFFIXES)
    folder = os.path.dirname(path)
    while len(folder) > len(public):
        try:
            os.rmdir(folder)
        except OSError:
            break
        folder = os.path.dirname(folder)
    return removed


def sweep(public: Path, addresses: Iterable[str]) -> list[Path]:
    """Delete every file that belongs to no address."""
    wanted = {page_path(public, address) for address in addresses}
    removed = []
    for folder, _, names in os.walk(public):
        for name in names:
            path = Path(folder) / name
            if not any(path.with_name(name.removesuffix(suffix)) in wanted for suffix in SUFFIXES):
                path.unlink()
                removed.append(path)
    for path in removed:
        _remove(str(public), str(path))
    return removed


def _aside(target: str) -> str:
    """Where a file is written before it is swapped in; no server gives out what begins with a dot.

    The name is the same each time, so that baking a page again also takes care of what a run that was cut off left.
    It is in the same folder, because ext4 looks long for an inode where many were freed of late, and one folder for all
    would be such a place.
    """
    folder, name = os.path.split(target)
    return os.path.join(folder, f".{name}.aside")


def clear_asides(public: Path, addresses: Iterable[str]) -> None:
    """Remove what a run that was cut off left aside; to be called by whoever holds the publishing lock."""
    for address in addresses:
        for suffix in SUFFIXES:
            _unlink(_aside(os.path.join(public, file_name(address)) + suffix))


def settle_on_disk(public: Path) -> None:
    """All that was written is on the disk before the library notes it: one call for many files."""
    if public.exists():
        os.sync()

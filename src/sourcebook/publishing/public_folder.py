"""The baked folder: pages are written aside and swapped in; nothing is there that no page asked for."""

import os
import shutil
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from sourcebook.reading_room.baking import file_name

SUFFIXES = ("", ".gz", ".br", ".to", ".gone")
"""What may stand beside a page's file: packed forms, where it leads, that it was withdrawn."""

_aside = count()


def page_path(public: Path, address: str) -> Path:
    return public / file_name(address)


def write_page(public: Path, address: str, files: Mapping[str, bytes | Path]) -> bool:
    """Put a page's files in place; without any, the page goes. The answer says whether anything changed on disk."""
    path = page_path(public, address)
    if not files:
        return _remove(public, path)
    changed = False
    for suffix in SUFFIXES:
        target = path.with_name(path.name + suffix)
        if suffix in files:
            changed |= _place(files[suffix], target)
        elif target.exists():
            target.unlink()
            changed = True
    return changed


def _place(content: bytes | Path, target: Path) -> bool:
    try:
        return _swap_in(content, target)
    except FileNotFoundError:
        # The folder is new, or another worker has just pruned it because its last page went.
        target.parent.mkdir(parents=True, exist_ok=True)
        return _swap_in(content, target)


def _swap_in(content: bytes | Path, target: Path) -> bool:
    aside = target.with_name(f".{os.getpid()}.{next(_aside)}.aside")
    try:
        if isinstance(content, Path):
            if target.exists() and target.samefile(content):
                return False
            _link(content, aside)
        else:
            if target.exists() and target.read_bytes() == content:
                return False
            aside.write_bytes(content)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
    return True


def _link(source: Path, target: Path) -> None:
    """One file under two names where the disk allows it, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _remove(public: Path, path: Path) -> bool:
    removed = False
    for suffix in SUFFIXES:
        target = path.with_name(path.name + suffix)
        if target.is_file():
            target.unlink()
            removed = True
    folder = path.parent
    while folder != public and folder.is_relative_to(public):
        try:
            folder.rmdir()
        except OSError:
            break
        folder = folder.parent
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
        _remove(public, path)
    return removed


def settle_on_disk(public: Path) -> None:
    """All that was written is on the disk before the library notes it: one call for many files."""
    if public.exists():
        os.sync()

"""The published files: what an address stands for, found on disk once and kept while nothing changes."""

import os
from collections import OrderedDict
from stat import S_ISDIR
from time import time_ns

from sourcebook.web.addresses import file_name
from sourcebook.web.encodings import SUFFIXES
from sourcebook.web.representation import Representation, Witness, redirect, represent

SETTLED_NS = 100_000_000
"""A file or folder changed less than a tenth of a second ago may change again within the same tick of the
file system's clock, which its time of change would not show; what is read from it is sent but not kept."""

OVERHEAD = 4096
"""Bytes of memory that a kept answer takes beside its body, roughly."""


class PublishedFiles:
    """The folder `public/` of an archive, with the answers lately given from it, up to `memory` bytes."""

    def __init__(self, public: os.PathLike[str] | str, memory: int = 64 * 1024 * 1024) -> None:
        self._public = os.path.abspath(public)
        self._memory = memory
        self._used = 0
        self._kept: OrderedDict[tuple[str, tuple[str, ...]], Representation] = OrderedDict()

    def kept(self, path: str, codings: tuple[str, ...]) -> Representation | None:
        """The answer from memory, when there is one that still holds."""
        key = (path, codings)
        found = self._kept.get(key)
        if found is None:
            return None
        if found.stands():
            self._kept.move_to_end(key)
            return found
        self._forget(key)
        return None

    def keep(self, path: str, codings: tuple[str, ...], answer: Representation) -> None:
        """Keep an answer, unless its file changed just now; the least lately used go when memory is full."""
        if time_ns() - max(answer.folder.modified_ns, answer.file.modified_ns) < SETTLED_NS:
            return
        key = (path, codings)
        self._forget(key)
        self._kept[key] = answer
        self._used += OVERHEAD + len(answer.body or b"")
        while self._used > self._memory:
            self._forget(next(iter(self._kept)))

    def _forget(self, key: tuple[str, tuple[str, ...]]) -> None:
        answer = self._kept.pop(key, None)
        if answer is not None:
            self._used -= OVERHEAD + len(answer.body or b"")

    def look_up(self, path: str, codings: tuple[str, ...]) -> Representation | None:
        """Find the answer for an address path on disk, in the first of the codings that is there.

        Reads the disk, so it belongs in a thread. Nothing when no such thing is published.
        """
        name = file_name(path)
        if name is None:
            return None
        try:
            return self._read(name, codings)
        except OSError:
            return None

    def not_found(self, codings: tuple[str, ...]) -> Representation | None:
        """The archive's own page for what does not exist, `404.html`, where it has one."""
        try:
            return self._represent("404.html", codings, Witness.of(self._public), status=404)
        except OSError:
            return None

    def _read(self, name: str, codings: tuple[str, ...]) -> Representation | None:
        # The folder is looked at before its files: what changes meanwhile makes the answer outdated, not
        # wrong.
        file = os.path.join(self._public, name)
        folder = self._look(os.path.dirname(file))
        if moved := self._moved(file, folder):
            return moved
        if (shown := self._tombstone(name)) is not None:
            return self._represent(shown, codings, folder, status=410)
        if not S_ISDIR(os.stat(file).st_mode):
            return self._represent(name, codings, folder)
        inside, index = self._look(file), os.path.join(file, "index.html")
        if moved := self._moved(index, inside):
            return moved
        return redirect(inside, inside) if os.path.exists(index) else None

    def _tombstone(self, name: str) -> str | None:
        """The file that says why what had this name is gone: the page at the address in its sidecar, else itself."""
        try:
            witness = self._look(os.path.join(self._public, f"{name}.gone"))
            with open(witness.path, encoding="utf-8") as sidecar:
                return file_name(sidecar.read().strip()) or name
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _moved(self, file: str, folder: Witness) -> Representation | None:
        try:
            witness = self._look(f"{file}.to")
            with open(witness.path, encoding="utf-8") as sidecar:
                return redirect(folder, witness, sidecar.read().strip())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _represent(
        self, name: str, codings: tuple[str, ...], folder: Witness, status: int = 200
    ) -> Representation | None:
        for coding in codings:
            file = os.path.join(self._public, name + SUFFIXES[coding])
            try:
                self._look(file)
            except FileNotFoundError:
                continue
            return represent(name, coding, file, folder, status) if os.path.isfile(file) else None
        return None

    def _look(self, path: str) -> Witness:
        """What a file or folder looks like; FileNotFoundError when links lead it out of `public/`."""
        witness = Witness.of(path)
        step = path
        while len(step) > len(self._public):
            if os.path.islink(step):
                root = os.path.realpath(self._public)
                if os.path.commonpath((root, os.path.realpath(path))) != root:
                    raise FileNotFoundError(path)
                break
            step = os.path.dirname(step)
        return witness

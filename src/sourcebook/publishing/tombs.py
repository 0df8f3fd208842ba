"""What is being taken down: addresses at which nothing may be written before the library has taken their withdrawal in.

A click that withdraws is answered when nothing can be reached any more. At that moment a worker may be in the middle of
baking, from a library that does not know of the withdrawal yet. So the click writes the addresses into a list first;
whoever puts a page in place looks at the list, holding a lock that makes the click wait for the page in hand and for no
more. The list says what readers are told, too, so that the server can say it before the tombstones are baked.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from sourcebook.reading_room.cards import TombstoneCard


class Tomb(msgspec.Struct, frozen=True):
    """One record that was withdrawn."""

    number: int
    """Of its withdrawal in the log."""
    card: TombstoneCard


class Grave(msgspec.Struct, frozen=True):
    """One address at which it was."""

    identifier: str
    """Of the record."""
    language: str
    """The interface language of what stood there; none of a file."""


class TakenDown(msgspec.Struct, frozen=True):
    """The whole list: records by their permanent identifiers, and their addresses."""

    tombs: dict[str, Tomb] = {}
    graves: dict[str, Grave] = {}

    def at(self, address: str) -> Tomb | None:
        """What was taken down at an address."""
        grave = self.graves.get(address)
        return self.tombs[grave.identifier] if grave else None

    def and_then(self, later: "TakenDown") -> "TakenDown":
        """Both; where they speak of the same, as the later one has it."""
        return TakenDown({**self.tombs, **later.tombs}, {**self.graves, **later.graves})

    def up_to(self, number: int) -> "TakenDown":
        """What was withdrawn up to this number in the log."""
        return self._where(lambda tomb: tomb.number <= number)

    def after(self, number: int) -> "TakenDown":
        """What was withdrawn after this number in the log."""
        return self._where(lambda tomb: tomb.number > number)

    def _where(self, wanted: Callable[[Tomb], bool]) -> "TakenDown":
        tombs = {identifier: tomb for identifier, tomb in self.tombs.items() if wanted(tomb)}
        graves = {address: grave for address, grave in self.graves.items() if grave.identifier in tombs}
        return TakenDown(tombs, graves)


NOTHING = TakenDown()
_decoder = msgspec.json.Decoder(TakenDown)


class Tombs:
    """The list, in a file beside the library of one archive."""

    def __init__(self, access: Path) -> None:
        access.mkdir(parents=True, exist_ok=True)
        self._list = access / "taken-down.json"
        self._lock = access / "taken-down.lock"
        self._aside = access / "taken-down"
        self._seen: tuple[tuple[int, int], TakenDown] | None = None

    @contextmanager
    def _locked(self, how: int) -> Iterator[None]:
        with self._lock.open("ab") as file:
            fcntl.flock(file, how)
            yield

    def read(self) -> TakenDown:
        """The list at this moment; read anew only when it has changed.

        For readers, who hold no lock: the list is replaced whole. Whoever asks the library too asks it afterwards.
        """
        try:
            status = os.stat(self._list)
            now = (status.st_ino, status.st_mtime_ns)
            if self._seen is None or self._seen[0] != now:
                # One assignment, because threads may share this.
                self._seen = (now, _decoder.decode(self._list.read_bytes()))
            return self._seen[1]
        except FileNotFoundError:
            return NOTHING

    def _write(self, taken_down: TakenDown) -> None:
        if not taken_down.tombs:
            self._list.unlink(missing_ok=True)
            return
        aside = self._list.with_suffix(".aside")
        with aside.open("wb") as file:
            file.write(msgspec.json.encode(taken_down))
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self._list)

    @contextmanager
    def writing(self, address: str, known: int) -> Iterator[bool]:
        """Hold the address while its page is put in place; false where nothing may be put there.

        `known` is the number up to which the library that the page is made from has taken the log in.
        """
        with self._locked(fcntl.LOCK_SH):
            tomb = self.read().at(address)
            yield tomb is None or tomb.number <= known

    @contextmanager
    def adding(self, taken_down: TakenDown) -> Iterator[Path]:
        """From now on only who knows of the withdrawals puts anything there; within the block nobody does.

        Gives the folder into which what stands there is to be moved.
        """
        with self._locked(fcntl.LOCK_EX):
            self._write(self.read().and_then(taken_down))
            self._aside.mkdir(exist_ok=True)
            yield self._aside

    def clear(self, number: int) -> None:
        """The tombstones of all that is withdrawn up to this number in the log are in place.

        What was moved aside is deleted, which may take long, so that nobody who withdraws waits for it.
        """
        going = self._aside.with_suffix(".going")
        shutil.rmtree(going, ignore_errors=True)
        with self._locked(fcntl.LOCK_EX):
            if (held := self.read()).tombs:
                self._write(held.after(number))
            with suppress(FileNotFoundError):
                self._aside.rename(going)
        shutil.rmtree(going, ignore_errors=True)

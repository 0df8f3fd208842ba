"""What is being taken down: addresses at which nothing may be written before the library has taken their withdrawal in.

A click that withdraws is answered when nothing can be reached any more. At that moment a worker may be in the middle of
baking, from a library that does not know of the withdrawal yet. So the click writes the addresses into a list first;
whoever puts a page in place looks at the list, holding a lock that makes the click wait for the page in hand and for no
more.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class Tombs:
    """The list, beside the library of one archive: the addresses with the number of their withdrawal in the log."""

    def __init__(self, access: Path) -> None:
        access.mkdir(parents=True, exist_ok=True)
        self._list = access / "taken-down.json"
        self._lock = access / "taken-down.lock"
        self._seen: tuple[tuple[int, int], dict[str, int]] | None = None

    @contextmanager
    def _locked(self, how: int) -> Iterator[None]:
        with self._lock.open("ab") as file:
            fcntl.flock(file, how)
            yield

    def addresses(self) -> Mapping[str, int]:
        """The addresses at this moment, each with the number of its withdrawal; read anew only when it has changed.

        For readers, who hold no lock: the list is replaced whole. Whoever asks the library too asks it afterwards.
        """
        try:
            status = os.stat(self._list)
            now = (status.st_ino, status.st_mtime_ns)
            if self._seen is None or self._seen[0] != now:
                # One assignment, because threads may share this.
                self._seen = (now, json.loads(self._list.read_bytes()))
            return self._seen[1]
        except FileNotFoundError:
            return {}

    def _write(self, addresses: dict[str, int]) -> None:
        if not addresses:
            self._list.unlink(missing_ok=True)
            return
        aside = self._list.with_suffix(".aside")
        with aside.open("w", encoding="utf-8") as file:
            json.dump(addresses, file)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self._list)

    @contextmanager
    def writing(self, address: str) -> Iterator[bool]:
        """Hold the address while its page is put in place; false where nothing may be put there."""
        with self._locked(fcntl.LOCK_SH):
            yield address not in self.addresses()

    def add(self, addresses: Mapping[str, int]) -> None:
        """From now on nothing is put in place at these addresses, each with the number of its withdrawal."""
        with self._locked(fcntl.LOCK_EX):
            self._write({**self.addresses(), **addresses})

    def known(self, number: int) -> dict[str, int]:
        """The addresses whose withdrawal stands in the log not after this number, with the withdrawal's own."""
        with self._locked(fcntl.LOCK_SH):
            return {address: at for address, at in self.addresses().items() if at <= number}

    def clear(self, number: int) -> None:
        """The library knows all withdrawals up to this number."""
        with self._locked(fcntl.LOCK_EX):
            self._write({address: at for address, at in self.addresses().items() if at > number})

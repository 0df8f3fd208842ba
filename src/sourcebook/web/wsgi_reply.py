"""What a WSGI application answered: one piece of bytes, a file to be sent, or pieces as they come."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

HeaderList = list[tuple[str, str]]

WSGIApplication = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class FileBlocks:
    """WSGI's `file_wrapper`: a file in blocks, for a server that cannot send it by its name."""

    def __init__(self, file: IO[bytes], size: int = 65536) -> None:
        self._file = file
        self._size = size

    def __iter__(self) -> Iterator[bytes]:
        while data := self._file.read(self._size):
            yield data

    def close(self) -> None:
        """Close the file; Django puts the closing of its whole response in this place."""
        self._file.close()

    @property
    def path(self) -> str | None:
        """The path by which Granian can read the file, at its reader's pace.

        Nothing for what has no path, or is deleted the moment it is closed.
        """
        path = getattr(self._file, "path", None) or getattr(self._file, "name", None)
        passing = getattr(self._file, "delete", None) is True
        return path if isinstance(path, str) and os.path.isabs(path) and not passing else None


class Reply:
    """One WSGI call, carried out on creation, in a thread; `pieces` and `close` belong into the same
    thread."""

    def __init__(self, application: WSGIApplication, environ: dict[str, Any]) -> None:
        self.status = 500
        self.headers: HeaderList = []
        self._pieces = application(environ, self._start)
        self.file = self._pieces.path if isinstance(self._pieces, FileBlocks) else None

    def _start(self, status: str, headers: HeaderList, exc_info: object = None) -> Callable[[bytes], object]:
        self.status = int(status[:3])
        self.headers = headers
        return _refuse_write

    def pieces(self) -> Iterator[bytes]:
        """The body, in the pieces in which the application gives it."""
        return iter(self._pieces)

    def close(self) -> None:
        """Tell the application that its answer is on its way, which is when Django lets go of the
        database."""
        close = getattr(self._pieces, "close", None)
        if close is not None:
            close()


def _refuse_write(data: bytes) -> object:
    raise NotImplementedError(
        "This server takes bodies as iterables only; WSGI's write() is for old applications."
    )

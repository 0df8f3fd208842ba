"""The worker process beside a server: started with it, started again when it dies, ended with it."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from sourcebook.archive_folder import ENVIRONMENT
from sourcebook.errors import SourcebookError
from sourcebook.web.desk import configure

COMMAND = (sys.executable, "-P", "-m", "sourcebook.web.worker")
"""`-P`, because Python would put the current folder before all others on its path."""

SOON = 0.2
"""Seconds before a worker that died is started again."""
LATER = 5.0
"""Seconds before one is started again that died in its first seconds, as where the database is away."""


class WorkerBeside:
    """Keeps one worker process at work on an archive for as long as it is open."""

    def __init__(self, archive: Path) -> None:
        self._environment = os.environ | {ENVIRONMENT: str(archive.resolve())}
        self._over = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = Thread(target=self._keep, name="worker beside", daemon=True)

    def __enter__(self) -> None:
        self._keeper.start()

    def __exit__(self, *error: object) -> None:
        self._over.set()
        if self._process is not None:
            # Whatever it is doing may be cut off anywhere, and is taken up again by the next worker.
            self._process.kill()
        self._keeper.join()

    def _keep(self) -> None:
        while not self._over.is_set():
            started = monotonic()
            # The worker lives as long as the other end of its standard input is open, which closes however we end.
            self._process = subprocess.Popen(
                COMMAND, stdin=subprocess.PIPE, env=self._environment, start_new_session=True
            )
            if self._over.is_set():
                self._process.kill()
            self._process.wait()
            self._over.wait(SOON if monotonic() - started > LATER else LATER)


def work_beside() -> None:
    """Work on the archive of the environment until the server that started this process is gone."""
    Thread(target=_end_with_server, daemon=True).start()
    try:
        configure(Path(os.environ[ENVIRONMENT]))
    except SourcebookError as error:
        sys.exit(f"The worker cannot start: {error}")
    from sourcebook.publishing.background.worker import work

    work()


def _end_with_server() -> None:
    while os.read(0, 4096):
        pass
    os._exit(0)


if __name__ == "__main__":
    work_beside()

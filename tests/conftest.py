"""What every test may lean on: the real material beside the checkout, and a network that is not there."""

import ipaddress
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from sourcebook.archive_folder import ArchiveFolder, current_archive
from sourcebook.web.template_database import new_database

REPOSITORY = Path(__file__).resolve().parents[1]

# A run on a loaded machine is no failure, and continuous integration tries the same examples each time.
settings.register_profile("sourcebook", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("sourcebook")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout itself."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real archive material, `../shared/data` beside the checkout; it is never copied into it."""
    folder = REPOSITORY.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("REAL MATERIAL IS ABSENT: put the project's shared/data folder beside the checkout.")
    return folder


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> None:
    """The desk's database, made as that of any new archive is: a copy of the migrated template."""
    with django_db_blocker.unblock():
        new_database(current_archive())


@pytest.fixture
def archive(db: None) -> Iterator[ArchiveFolder]:
    """The archive of this process with an empty desk; what the test leaves in its folders is cleared away."""
    archive = current_archive()
    yield archive
    for folder in (archive.inbox, archive.access, archive.index, archive.public):
        shutil.rmtree(folder, ignore_errors=True)


CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module at a time: while it runs, Playwright keeps an event loop that Django would refuse."""
    if not CHROMIUM.exists():
        pytest.skip("THERE IS NO BROWSER: install Debian's chromium.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


class NetworkRefusedError(RuntimeError):
    """A test tried to reach another machine."""


def _stays_here(connection: socket.socket, address: Any) -> bool:
    if connection.family == getattr(socket, "AF_UNIX", None):
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuses connections to anything but this machine, once for the whole run."""

    class HomeSocket(socket.socket):
        def connect(self, address: Any, /) -> None:
            self.refuse_strangers(address)
            super().connect(address)

        def connect_ex(self, address: Any, /) -> int:
            self.refuse_strangers(address)
            return super().connect_ex(address)

        def refuse_strangers(self, address: Any) -> None:
            if not _stays_here(self, address):
                self.close()
                raise NetworkRefusedError(f"No test may use the network, and this one called {address!r}.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", HomeSocket)
        yield

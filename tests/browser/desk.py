"""The desk as an editor has it: an archive of its own, served by the command, and a browser that has signed in."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.cli.running import COMMAND
from tests.web.talk import free_port, running

PASSWORD = "a long pass phrase"


def sourcebook(*words: str) -> None:
    """The command; an error with what it said where it fails."""
    done = subprocess.run([*COMMAND, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def served(folder: Path, material: Path) -> Iterator[int]:
    """The port at which an archive with this material in it is served; its administrator is called `anna`."""
    sourcebook("new", str(folder), "--title", "Moments", "--language", "en", "--language", "ru")
    sourcebook("--archive", str(folder), "import", str(material))
    sourcebook(
        "--archive", str(folder), "user", "add", "anna", "--role", "administrator", "--password", PASSWORD
    )
    port = free_port()
    # The settings of this process are the tests' own.
    command = [
        "env",
        "-u",
        "DJANGO_SETTINGS_MODULE",
        *COMMAND,
        "--archive",
        str(folder),
        "serve",
        "--port",
        str(port),
    ]
    with running(command, port):
        yield port


def signed_in(browser: Browser, address: str, width: int = 1280, name: str = "anna") -> Page:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 1000})
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    return page

"""The desk as an editor has it: an archive of its own, served by the command, and a browser that has signed in."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.cli.running import COMMAND
from tests.web.talk import free_port, running

PASSWORD = "a long pass phrase"


_IN_TURN = """
import json, sys
from sourcebook.cli import sourcebook
for words in json.loads(sys.argv[1]):
    if sourcebook.main(words, standalone_mode=False):
        sys.exit(1)
"""


def make(folder: Path, material: Path, **others: str) -> None:
    """An archive with this material; its administrator is called `anna`, others have the roles that are named.

    The commands are given in turn in one process: to start takes longer than what they do.
    """
    commands = [["new", str(folder), "--title", "Moments", "--language", "en", "--language", "ru"]]
    commands += [["--archive", str(folder), "import", str(material)]]
    for name, role in {"anna": "administrator", **others}.items():
        account = ["user", "add", name, "--role", role, "--password", PASSWORD]
        commands += [["--archive", str(folder), *account]]
    done = subprocess.run(
        [sys.executable, "-c", _IN_TURN, json.dumps(commands)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def served(folder: Path, material: Path, **others: str) -> Iterator[int]:
    """The port at which such an archive is served."""
    make(folder, material, **others)
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

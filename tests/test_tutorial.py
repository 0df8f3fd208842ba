"""The tutorial is taken step by step, as a person would, and everything is as it says."""

import html
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.walkthrough import Begin, Look, Type, WriteFile, answers, steps

PASSWORD = "between-two-calendars"
AT_THE_DESK = "Change something at the desk"


class Visitor:
    """Somebody at a terminal, with a browser."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.server: subprocess.Popen[str] | None = None
        binaries = Path(sys.executable).parent
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("SOURCEBOOK", "DJANGO"))
            },
            "PATH": f"{binaries}:{os.environ['PATH']}",
        }

    def write(self, step: WriteFile) -> None:
        file = self.folder / step.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(step.text, encoding="utf-8")

    def type(self, step: Type) -> None:
        if step.command.startswith("cd "):
            self.folder = (self.folder / step.command.removeprefix("cd ")).resolve()
        elif step.command == "sourcebook serve":
            said = self.serve().replace(str(self.port), "8000")
            assert answers(said, step.answer), said
        else:
            done = subprocess.run(
                ["bash", "-c", step.command],
                cwd=self.folder,
                env=self.environment,
                input=f"{PASSWORD}\n{PASSWORD}\n",
                capture_output=True,
                text=True,
                start_new_session=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            assert answers(done.stdout, step.answer), f"$ {step.command}\n{done.stdout}"

    def serve(self) -> str:
        """Start the server on a port of its own; what it says when it starts."""
        self.server = subprocess.Popen(
            ["sourcebook", "serve", "--port", str(self.port)],
            cwd=self.folder,
            env={**self.environment, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.server.stdout is not None
        said = self.server.stdout.readline()
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                self.page("/healthz")
            except OSError:
                time.sleep(0.1)
            else:
                break
        return said

    def page(self, address: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=30) as answer:
            text = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", answer.read().decode(), flags=re.DOTALL)
        return " ".join(html.unescape(text).split())

    def look(self, step: Look) -> None:
        assert step.words
        deadline = time.monotonic() + 60
        while missing := [words for words in step.words if words not in self.page(step.address)]:
            assert time.monotonic() < deadline, f"{step.address} does not show {missing}."
            time.sleep(0.2)

    def change_the_title(self, browser: Browser) -> None:
        """The numbered steps at the desk."""
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{self.port}/admin/")
        page.get_by_label("Username").fill("anna")
        page.get_by_label("Password").first.fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("link", name="Sources").first.click()
        page.get_by_role("link", name="To the Citizens of Russia!").first.click()
        page.locator("input[value='To the Citizens of Russia!']").first.fill("The Proclamation of 25 October")
        page.locator("footer").get_by_role("button", name="More actions").or_(
            page.locator("footer [data-w-dropdown-target='toggle']")
        ).first.click()
        page.get_by_role("button", name="Publish").click()
        page.get_by_text("published").first.wait_for()
        page.close()

    def leave(self) -> None:
        if self.server is not None:
            self.server.terminate()
            self.server.wait(30)
            if self.server.stdout is not None:
                self.server.stdout.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    visitor = Visitor(tmp_path)
    yield visitor
    visitor.leave()


def test_the_tutorial_is_true(visitor: Visitor, browser: Browser, repository: Path) -> None:
    taken = 0
    part = ""
    for step in steps((repository / "docs/tutorial.md").read_text(encoding="utf-8")):
        match step:
            case WriteFile():
                visitor.write(step)
            case Type():
                visitor.type(step)
            case Look():
                if part == AT_THE_DESK:
                    visitor.change_the_title(browser)
                    part = ""
                visitor.look(step)
            case Begin(title):
                part = title
        taken += 1
    assert taken > 30

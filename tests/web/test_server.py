"""Starting and stopping: `serve` says when it is ready, ends quietly, and takes nobody's port."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sourcebook.web.server import ServerError, serve
from tests.web.conftest import furnish
from tests.web.talk import REPOSITORY, Site, free_port

PROGRAM = """
import sys
from pathlib import Path
from sourcebook.web.server import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]), workers=2, worker=False, on_ready=lambda: print("ready", flush=True))
print("stopped", flush=True)
"""


def start(archive: Path, port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(archive), str(port)],
        cwd=REPOSITORY,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_from_the_moment_it_says_so_and_ends_quietly(tmp_path: Path, number: int) -> None:
    furnish(tmp_path)
    port = free_port()
    with start(tmp_path, port) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        assert Site(tmp_path / "public", port).ask("/").status == 200
        # As a terminal does it: the signal goes to the workers too.
        os.killpg(process.pid, number)
        printed, complaints = process.communicate(timeout=30)
    assert (process.returncode, printed, complaints) == (0, "stopped\n", "")


def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    furnish(tmp_path)
    port = free_port()
    with start(tmp_path, port) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        process.kill()
        process.communicate(timeout=30)
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        try:
            Site(tmp_path / "public", port).ask("/")
        except OSError:
            return
        time.sleep(0.1)
    pytest.fail("The workers still answer.")


def test_a_port_in_use_is_refused_with_a_sentence(site: Site) -> None:
    with pytest.raises(ServerError, match="choose another port"):
        serve(site.public.parent, port=site.port)


def test_a_port_that_cannot_be_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="choose another port"):
        serve(tmp_path, port=70_000)

"""Publishing is cut off anywhere (`kill -9`, for real), and the next run completes it."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sourcebook.publishing.public_folder import write_page
from sourcebook.search.asking import Filters
from sourcebook.search.matching import EVERYTHING
from sourcebook.search.opening import ServingIndex
from tests.live_desk import make_archive

CRASHES = 6
_IN_TURN = """
import sys
from sourcebook.cli import sourcebook
folder, portable, *words = sys.argv[1:]
sourcebook.main(["--archive", folder, "import", portable], standalone_mode=False)
print("Begun.", flush=True)
sourcebook.main(["--archive", folder, *words], standalone_mode=False)
"""


def sourcebook(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "sourcebook.cli", "--archive", str(folder), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def brought_and_begun(folder: Path, portable: Path, *words: str) -> subprocess.Popen[bytes]:
    """A process that has brought material in and now begins to publish."""
    process = subprocess.Popen(
        [sys.executable, "-c", _IN_TURN, str(folder), str(portable), "publish", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line == b"Begun.\n":
            return process
    raise AssertionError(process.wait())


def finish(process: subprocess.Popen[bytes]) -> str:
    told, _ = process.communicate(timeout=120)
    assert process.returncode == 0, told.decode()
    return told.decode()


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def searched(archive: Path) -> dict[str, str]:
    """All that search finds, with its titles."""
    reader = ServingIndex(archive / "index").reader()
    ranking = reader.records(EVERYTHING, Filters(), limit=1000)
    documents = reader.documents([one.key for one in ranking.first])
    assert len(documents) == ranking.total == reader.standing().records
    return {document.reference: " ".join(document.title.values()) for document in documents.values()}


@pytest.fixture
def archive(repository: Path, tmp_path: Path) -> Path:
    """The small archive on a desk of its own, published once."""
    portable = shutil.copytree(repository / "tests/archive", tmp_path / "portable")
    return make_archive(tmp_path / "archive", portable)


def test_a_run_that_was_killed_is_completed_by_the_next(archive: Path, tmp_path: Path) -> None:
    chance = random.Random(1956)
    name = tmp_path / "portable/people/imre-nagy.md"
    words = name.read_text()
    lengths: dict[str, float] = {}
    for crash, manner in enumerate(["", "--full"] * (1 + CRASHES // 2), -2):
        name.write_text(words.replace("text: Imre Nagy", f"text: Imre Nagy {crash}"))
        publishing = brought_and_begun(archive, tmp_path / "portable", *manner.split())
        begun = time.monotonic()
        if crash < 0:
            # One of each manner is left alone and shows how long it takes.
            finish(publishing)
            lengths[manner] = time.monotonic() - begun
            continue
        time.sleep(lengths[manner] * chance.uniform(0.0, 1.0))
        publishing.kill()
        publishing.communicate()
        found = searched(archive)
        assert "person:imre-nagy" in found, "whatever was being written, readers go on"
    finish(sourcebook(archive, "publish"))
    completed = contents(archive / "public")
    assert f"Imre Nagy {CRASHES - 1}".encode() in completed["people/imre-nagy/index.html"]
    assert not [page for page in completed if page.endswith(".aside")]
    completed_index = searched(archive)
    assert f"Imre Nagy {CRASHES - 1}" in completed_index["person:imre-nagy"]
    shutil.rmtree(archive / "index")
    shutil.rmtree(archive / "public")
    shutil.rmtree(archive / "access")
    finish(sourcebook(archive, "publish", "--full"))
    assert contents(archive / "public") == completed
    assert searched(archive) == completed_index


def test_what_a_crash_left_aside_is_never_written_into(tmp_path: Path) -> None:
    """A file left aside may be a second name of an access copy: its content must outlive the next run."""
    public, copy = tmp_path / "public", tmp_path / "copy"
    copy.write_bytes(b"a recording")
    for content in (b"a page", tmp_path / "other"):
        (tmp_path / "other").write_bytes(b"another recording")
        (public / "sources").mkdir(parents=True, exist_ok=True)
        (public / "sources/.talk.mp3.aside").hardlink_to(copy)
        write_page(public, "/sources/talk.mp3", {"": content})
        assert copy.read_bytes() == b"a recording"
        expected = content if isinstance(content, bytes) else content.read_bytes()
        assert (public / "sources/talk.mp3").read_bytes() == expected
        assert [path.name for path in (public / "sources").iterdir()] == ["talk.mp3"]
        write_page(public, "/sources/talk.mp3", {"": content}, fresh=True)
        assert [path.name for path in (public / "sources").iterdir()] == ["talk.mp3"]

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


def sourcebook(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "sourcebook.cli", "--archive", str(folder), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


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
    start = time.monotonic()
    finish(sourcebook(archive, "publish"))
    whole = time.monotonic() - start
    for crash in range(CRASHES):
        name.write_text(words.replace("text: Imre Nagy", f"text: Imre Nagy {crash}"))
        finish(sourcebook(archive, "import", str(tmp_path / "portable")))
        killed = sourcebook(archive, "publish", *(["--full"] if crash % 2 else []))
        time.sleep(whole * chance.uniform(0.4, 1.3))
        killed.kill()
        killed.communicate()
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

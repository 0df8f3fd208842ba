"""What goes wrong is told in a sentence, never with a traceback, and the exit status says so."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.running import COMMAND


def run(*words: str, archive: Path) -> tuple[int, str]:
    done = subprocess.run(
        [*COMMAND, "--archive", str(archive), *words], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("errors") / "archive"
    subprocess.run([*COMMAND, "new", str(folder), "--title", "Errors"], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["publish", "person:nobody"], "person:nobody"),
        (["publish", "nonsense"], "nonsense"),
        (["withdraw", "person:nobody", "--reason", "None."], "0 withdrawn|person:nobody"),
        (["import", "there-is-no-such-folder"], "no such|There is no"),
        (["user", "add", "a", "--role", "king", "--password", "x"], "king"),
        (["new", "."], "not empty"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(archive: Path, words: list[str], says: str) -> None:
    status, told = run(*words, archive=archive)
    assert any(part in told for part in says.split("|")), told
    assert "Traceback" not in told
    assert "did not foresee" not in told
    assert status == (0 if words[0] == "withdraw" else 1)


def test_a_folder_that_is_no_archive(tmp_path: Path) -> None:
    status, told = run("publish", archive=tmp_path)
    assert status == 1
    assert "There is no archive.toml" in told


def test_a_language_that_is_none(tmp_path: Path) -> None:
    status, told = run("new", str(tmp_path / "a"), "--language", "klingonish-and-more", archive=tmp_path)
    assert status == 1
    assert "klingonish" in told
    assert "Traceback" not in told
    assert not (tmp_path / "a").exists()

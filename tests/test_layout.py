"""The checkout keeps the house's rules: short files, nothing of one machine in them, few patched tests."""

import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST = 400
REASON = re.compile(r"long because", re.IGNORECASE)

WRITTEN_BY_HAND = {".py", ".js", ".mjs", ".css", ".html", ".sh"}

# Written in pieces, so that this file does not break its own rule.
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.~$}*-])/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "tm" + "p", "ho" + "me"]) + r")/"
)
REGISTRIES = re.compile(
    "|".join(
        re.escape(host)
        for host in (
            "py" + "pi.org",
            "python" + "hosted.org",
            "npm" + "js.org",
            "npm" + "js.com",
            "yarn" + "pkg.com",
            "deb." + "debian.org",
        )
    )
)


@pytest.fixture(scope="module")
def tracked(repository: Path) -> list[Path]:
    if not (repository / ".git").exists():
        pytest.skip("This is no git checkout, so there is no list of its files.")
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=repository, check=True, capture_output=True, text=True
    ).stdout
    files = [repository / name for name in listing.split("\0") if name]
    return [file for file in files if file.is_file() and not file.is_symlink()]


def texts(files: list[Path]) -> Iterator[tuple[Path, str]]:
    for file in files:
        try:
            yield file, file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def lengths(folder: Path) -> dict[Path, int]:
    """Lines of each Python module that has any; migrations are Django's handwriting, not ours."""
    counted = {
        file: len(file.read_text(encoding="utf-8").splitlines())
        for file in folder.rglob("*.py")
        if "migrations" not in file.parts
    }
    return {file: lines for file, lines in counted.items() if lines}


def test_a_file_holds_one_idea(repository: Path) -> None:
    lines = sorted(lengths(repository / "src").values())
    assert statistics.median(lines) <= 60
    assert lines[int(len(lines) * 0.9)] <= 200


def test_long_files_say_why(tracked: list[Path], repository: Path) -> None:
    silent = [
        f"{file.relative_to(repository)}: {len(text.splitlines())} lines"
        for file, text in texts(tracked)
        if file.suffix in WRITTEN_BY_HAND
        and "migrations" not in file.parts
        and len(text.splitlines()) > LONGEST
        and not REASON.search("\n".join(text.splitlines()[:12]))
    ]
    assert not silent


def test_nothing_of_one_machine_is_tracked(tracked: list[Path], repository: Path) -> None:
    found = [
        f"{file.relative_to(repository)}:{number}: {line.strip()[:80]}"
        for file, text in texts(tracked)
        for number, line in enumerate(text.splitlines(), 1)
        if OF_ONE_MACHINE.search(line) or REGISTRIES.search(line)
    ]
    assert not found


def test_few_tests_patch_what_they_test(repository: Path) -> None:
    """Fewer than one patch in twenty tests; those of conftest.py guard the run and are not counted."""
    modules = [file.read_text(encoding="utf-8") for file in (repository / "tests").rglob("test_*.py")]
    patches = sum(
        len(re.findall(r"\bpatch\(|\bsetattr\(|patch\.object\(|setitem\(", module)) for module in modules
    )
    tests = sum(len(re.findall(r"^\s*(?:async )?def test_", module, re.MULTILINE)) for module in modules)
    assert patches < 0.05 * max(tests, 20)

"""The locks name exact releases with their hashes, and no place to fetch them from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

LOCKS = ("build", "runtime", "development")
PINNED = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)


def read_lock(repository: Path, name: str) -> str:
    return (repository / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def wanted(requirements: list[str]) -> set[str]:
    names = (re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0] for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("name", LOCKS)
def test_every_release_has_hashes(repository: Path, name: str) -> None:
    entries = re.split(
        r"\n(?=[a-z])", re.sub(r"^\s*#.*\n", "", read_lock(repository, name), flags=re.MULTILINE)
    )
    assert entries
    assert not [entry for entry in entries if not PINNED.match(entry) or "--hash=sha256:" not in entry]


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_place(repository: Path, name: str) -> None:
    assert not re.findall(
        r".*(?:://|--index|--extra-index|--find-links| /[a-z]+/).*", read_lock(repository, name)
    )


def test_the_locks_are_those_of_the_project(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = dict(PINNED.findall(read_lock(repository, "runtime")))
    development = dict(PINNED.findall(read_lock(repository, "development")))
    assert wanted(project["dependencies"]) <= runtime.keys(), "Run make lock."
    assert wanted(project["optional-dependencies"]["development"]) <= development.keys(), "Run make lock."
    assert runtime.items() <= development.items()


def test_the_front_end_names_no_place_and_no_range(repository: Path) -> None:
    package = json.loads((repository / "frontend/package.json").read_text(encoding="utf-8"))
    lock = json.loads((repository / "frontend/package-lock.json").read_text(encoding="utf-8"))
    named = {**package.get("dependencies", {}), **package.get("devDependencies", {})}
    assert not {
        name: version for name, version in named.items() if not re.fullmatch(r"[0-9][\w.+-]*", version)
    }
    installed = {path: entry for path, entry in lock["packages"].items() if path}
    assert not [path for path, entry in installed.items() if "resolved" in entry or "integrity" not in entry]

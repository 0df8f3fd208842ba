"""Whatever command the documentation shows can be typed."""

import importlib.metadata
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click

from sourcebook.cli import sourcebook
from sourcebook.cli.reference import PAGES
from sourcebook.web.editors import ROLES
from tests.markdown_pages import blocks, pages

_INLINE = re.compile(r"`((?:sourcebook|make) [^`]*)`")
_LIBRARY = re.compile(r"^\| ([^|]+) \| ([^|]+) \|", re.MULTILINE)


def commands(repository: Path) -> Iterator[tuple[str, str]]:
    """Every command line that a page shows, with the page."""
    for page in pages(repository):
        if page.name in PAGES:
            continue
        text = page.read_text(encoding="utf-8")
        shown = list(_INLINE.findall(text))
        for block in blocks(text):
            if block.language in ("", "sh", "console", "ini"):
                shown += [line.removeprefix("$ ") for line in block.text.splitlines()]
        yield from ((str(page.relative_to(repository)), line) for line in shown)


def arguments(line: str) -> list[str] | None:
    """What follows the word `sourcebook` in a command line; None where it is none."""
    match = re.search(r"(?:^|[/ =])sourcebook ([a-z-].*)$", line)
    return shlex.split(match[1], comments=True) if match else None


def refusal(words: list[str]) -> str:
    """Why the words cannot be typed after `sourcebook`; empty when they can."""
    context = click.Context(sourcebook, info_name="sourcebook")
    command: click.Command = sourcebook
    try:
        while isinstance(command, click.Group):
            _, (name, *words), _ = command.make_parser(context).parse_args(words)
            found = command.get_command(context, name)
            if found is None:
                return f"There is no command {name}."
            command = found
        command.make_parser(context).parse_args(words)
    except click.UsageError as error:
        return error.format_message()
    return ""


def test_every_command_in_the_documentation_exists(repository: Path) -> None:
    seen = [(page, line, words) for page, line in commands(repository) if (words := arguments(line))]
    assert len(seen) > 20
    assert not [(page, line, why) for page, line, words in seen if (why := refusal(words))]


def test_every_target_of_make_in_the_documentation_exists(repository: Path) -> None:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    lines = (line for _, line in commands(repository) if re.match(r"make [a-z]", line))
    assert {line.split()[1] for line in lines} <= targets


def test_the_roles_are_those_of_the_desk(repository: Path) -> None:
    page = (repository / "docs/how-to/let-people-in.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| ([a-z]+) \|", page, re.MULTILINE)[1:]) == ROLES


def test_the_libraries_and_their_licences_are_as_told(repository: Path) -> None:
    page = (repository / "docs/decisions/0007-libraries-chosen.md").read_text(encoding="utf-8").casefold()
    told: dict[str, str] = {}
    for names, licences in _LIBRARY.findall(page):
        split = licences.split(", ")
        for number, name in enumerate(names.split(", ")):
            told[name.strip()] = split[min(number, len(split) - 1)]
    with (repository / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["development"]]
    wanted = {re.split(r"[\[<>=]", name)[0] for name in declared}
    assert set(told) - {"library", "tool", "---"} == wanted
    for name in wanted:
        try:
            metadata = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        stated = " ".join(
            words
            for field in ("License-Expression", "License", "Classifier")
            for words in metadata.get_all(field) or ()
        )
        family = re.split(r"[- ]", told[name])[0]
        assert family in stated.casefold(), f"{name}: {told[name]} is told, {stated[:200]} is stated"

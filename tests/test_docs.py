"""The documentation says what the code does, and its links lead somewhere."""

import re
from pathlib import Path
from urllib.parse import unquote

import click
import msgspec
import pytest

from sourcebook.archive_folder import Mail, Settings
from sourcebook.cli import HIDDEN, sourcebook
from sourcebook.cli.reference import PAGES
from sourcebook.cli.reference.commands import shown_commands
from sourcebook.cli.reference.record import parts_of_records
from tests.markdown_pages import anchors, links, pages

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_as_committed(name: str, repository: Path) -> None:
    committed = (repository / "docs/reference" / name).read_text(encoding="utf-8")
    assert PAGES[name]() == committed, "Run `make docs` and commit what it writes."


def test_every_command_and_option_says_what_it_does() -> None:
    silent = [
        f"{context.command_path} {parameter.name}"
        for context in shown_commands(click.Context(sourcebook, info_name="sourcebook"))
        for parameter in context.command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert not silent
    assert all(context.command.help for context in shown_commands(click.Context(sourcebook)))


def test_every_command_and_option_is_documented() -> None:
    page = PAGES["commands.md"]()
    for context in shown_commands(click.Context(sourcebook, info_name="sourcebook")):
        assert f"\n{context.command_path} " in page
        for option in (p for p in context.command.params if isinstance(p, click.Option)):
            assert all(name in page for name in option.opts)
    assert not [name for name in HIDDEN if name in page]


def test_every_setting_is_documented() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `[^|]+` \| (.+) \|$", PAGES["settings.md"](), re.MULTILINE)
    assert [name for name, _ in rows] == list(Settings.__struct_fields__)
    below = re.findall(r"^\| `mail\.(\w+)` \|", PAGES["settings.md"](), re.MULTILINE)
    assert below == list(Mail.__struct_fields__)


def test_every_field_of_the_record_is_documented() -> None:
    page = PAGES["record.md"]()
    for struct in parts_of_records():
        for name in struct.__struct_fields__:
            assert f"| `{name}` |" in page, f"{struct.__name__}.{name}"


def test_links_lead_somewhere(repository: Path) -> None:
    dead = []
    for page in pages(repository):
        for link in links(page.read_text(encoding="utf-8")):
            if ELSEWHERE.match(link):
                continue
            path, _, fragment = unquote(link).partition("#")
            target = (page.parent / path).resolve() if path else page
            if not target.exists() or (
                fragment and fragment not in anchors(target.read_text(encoding="utf-8"))
            ):
                dead.append(f"{page.relative_to(repository)}: {link}")
    assert not dead


def test_every_page_can_be_reached_from_the_index(repository: Path) -> None:
    reached: set[Path] = set()
    waiting = [repository / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        targets = (link for link in links(page.read_text(encoding="utf-8")) if not ELSEWHERE.match(link))
        waiting += [(page.parent / target.partition("#")[0]).resolve() for target in targets]
    assert not {str(page) for page in pages(repository)} - {str(page) for page in reached}


def test_the_index_of_decisions_lists_them_all(repository: Path) -> None:
    folder = repository / "docs/decisions"
    rows = re.findall(
        r"^\| \[(\d{4})\]\((\S+)\) \| (.+) \| (.+) \|$", (folder / "README.md").read_text(), re.MULTILINE
    )
    listed = {file: (number, title) for number, file, title, _ in rows}
    files = sorted(folder.glob("[0-9]*.md"))
    assert sorted(listed) == [file.name for file in files]
    for file in files:
        heading = file.read_text(encoding="utf-8").partition("\n")[0]
        number, title = listed[file.name]
        assert heading == f"# {int(number)}. {title}"
        assert file.name.startswith(number)


def test_the_schema_is_what_the_record_page_describes() -> None:
    definitions = msgspec.json.decode(PAGES["record.schema.json"]())["$defs"]
    assert {struct.__name__ for struct in parts_of_records()} <= set(definitions)

"""`sourcebook search`."""

from typing import Any

import click
import msgspec

from sourcebook.cli.context import Command

SORTS = ("relevance", "date", "date_back", "title")


@click.command("search")
@click.argument("words", nargs=-1, metavar="QUERY...")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="How many records.")
@click.option(
    "--page", type=click.IntRange(1, 1000), default=1, show_default=True, help="Which page of them."
)
@click.option(
    "--sort",
    type=click.Choice(["relevance", "date", "date_back", "title"]),
    default="relevance",
    show_default=True,
    help="The order.",
)
@click.option(
    "--language", default="", help="Of labels and reasons; the archive's first language when left out."
)
@click.option("--json", "as_json", is_flag=True, help="What /api/search answers.")
@click.pass_obj
def search_command(
    command: Command, words: tuple[str, ...], limit: int, page: int, sort: str, language: str, as_json: bool
) -> int:
    """Search what is published, as readers do.

    QUERY may hold words, "phrases", begin*, -without and field:word; with a hyphen in front, write `--` before it.
    The exit status is 1 when nothing was found.
    """
    archive = command.archive()
    from urllib.parse import urlencode

    from sourcebook.web.searching.api import answer_of
    from sourcebook.web.searching.asked import read_asked
    from sourcebook.web.searching.room import SearchRoom

    room = SearchRoom(archive)
    leaf = room.leaf(language)
    if leaf is None:
        raise click.ClickException("Nothing is published yet: run `sourcebook publish` first.")
    asked = read_asked(urlencode({"q": " ".join(words), "size": limit, "page": page, "sort": sort}))
    answer = answer_of(room.search(leaf, asked))
    if as_json:
        click.echo(msgspec.json.encode(answer))
    else:
        _tell(msgspec.to_builtins(answer))
    return 0 if answer.total else 1


def _tell(answer: dict[str, Any]) -> None:
    for remark in answer["remarks"]:
        click.echo(remark, err=True)
    for number, result in enumerate(answer["results"], 1):
        dated = f" ({result['date']})" if result["date"] else ""
        click.echo(f"{number}. {result['label']}{dated}\n   {result['address']}")
        for passage in result["passages"]:
            click.echo(f"   {passage['label'] or '¶'}: {_shown(passage)}")
        for reason in result["why"]:
            click.echo(f"   {reason}")
    click.echo(f"{answer['total']} found." if answer["total"] else "Nothing was found.")


def _shown(passage: dict[str, Any], around: int = 100) -> str:
    """The first thing found, between angle quotation marks, with some words around it."""
    text: str = passage["text"]
    marks = passage["marks"]
    if not marks:
        return text[: 2 * around].strip()
    start, end = marks[0]["start"], marks[0]["end"]
    before, after = text[max(0, start - around) : start], text[end : end + around]
    return f"{before}›{text[start:end]}‹{after}".replace("\n", " ").strip()

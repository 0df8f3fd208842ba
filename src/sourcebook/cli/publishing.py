"""`sourcebook publish` and `sourcebook withdraw`, which was `unpublish` once."""

import json
import sys
from functools import partial
from typing import Any

import click
import msgspec

from sourcebook.cli.context import Bars, Command
from sourcebook.cli.counting import counted

STOPPED = 3
"""The exit status of what was stopped at the gate."""


@click.command("publish")
@click.argument("references", nargs=-1, metavar="[KIND:SLUG]...")
@click.option("--full", is_flag=True, help="Look at the whole desk, and bake every page anew.")
@click.option("--despite", default="", metavar="REASON", help="Publish despite faults; the reason is kept.")
@click.option("--json", "as_json", is_flag=True, help="Tell the outcome as JSON.")
@click.pass_obj
def publish_command(
    command: Command, references: tuple[str, ...], full: bool, despite: str, as_json: bool
) -> None:
    """Publish what waits, or the records named (as `person:imre-nagy`).

    What is published already and has not changed is left alone; only pages that read what changed are baked again.
    Where a record has faults, as a source without a rights statement, nothing is published; all faults are named, and
    the exit status is 3.
    """
    command.archive()
    from sourcebook.publishing.actions import publish
    from sourcebook.publishing.gate.passing import NotThroughTheGateError, pass_gate

    bars = Bars(quiet=as_json)
    try:
        outcome = publish(
            references or None, full=full, progress=bars, gate=partial(pass_gate, reason=despite)
        )
    except NotThroughTheGateError as stopped:
        bars.close()
        _tell_faults(stopped, as_json)
        sys.exit(STOPPED)
    bars.close()
    _tell(outcome, as_json)


@click.command("withdraw")
@click.argument("references", nargs=-1, required=True, metavar="KIND:SLUG...")
@click.option("--reason", required=True, help="Why; readers find it at the address, with the date.")
@click.option("--note", default="", help="For the archive's own people; it is kept in the log.")
@click.option("--json", "as_json", is_flag=True, help="Tell the outcome as JSON.")
@click.pass_obj
def withdraw_command(
    command: Command, references: tuple[str, ...], reason: str, note: str, as_json: bool
) -> None:
    """Take published records out of the reading room, their files too.

    At once their addresses answer that they are gone, with the reason and the date. The log keeps what they were:
    `sourcebook publish` with their names puts them back.
    """
    command.archive()
    from sourcebook.publishing.actions import withdraw

    bars = Bars(quiet=as_json)
    outcome = withdraw(references, reason=reason, note=note, progress=bars)
    bars.close()
    _tell(outcome, as_json)


unpublish_command = click.Command(
    "unpublish",
    callback=withdraw_command.callback,
    params=withdraw_command.params,
    hidden=True,
    deprecated="use `sourcebook withdraw`.",
)


def _tell_faults(stopped: Any, as_json: bool) -> None:
    """Where scripts look for the outcome, or where people look for what went wrong."""
    if not as_json:
        click.echo(f"sourcebook: {stopped}", err=True)
        return
    from sourcebook.publishing.gate.sentences import sentence

    faults = [{**msgspec.to_builtins(fault), "sentence": sentence(fault)} for fault in stopped.faults]
    click.echo(json.dumps({"published": 0, "faults": faults}, ensure_ascii=False))


def _tell(outcome: Any, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(outcome)))
        return
    copies = counted(outcome.copies, "access copy made", "access copies made")
    pages = counted(outcome.pages, "page baked", "pages baked")
    click.echo(f"{outcome.published} published, {outcome.withdrawn} withdrawn, {copies}, {pages}.")
    if outcome.told:
        click.echo(outcome.told, err=True)

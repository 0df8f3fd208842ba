"""`sourcebook work`."""

import os
import signal
from types import FrameType

import click

from sourcebook.cli.context import Command


@click.command("work")
@click.pass_obj
def work_command(command: Command) -> None:
    """Do what waits in the background, until stopped.

    `sourcebook serve` starts one such worker by itself; more of them share the work. Each may be stopped at any moment:
    what it was doing is taken up by another or when it is started again.
    """
    archive = command.archive()
    from sourcebook.publishing.background.worker import work
    from sourcebook.publishing.lock import in_use

    click.echo(f"Working for {archive.folder}. Stop with Ctrl-C.", err=True)
    signal.signal(signal.SIGINT, _stop)
    with in_use(archive.access):
        work()


def _stop(number: int, frame: FrameType | None) -> None:
    """End at once, as when it is killed: raised as an exception, it would count as the failure of the work in hand."""
    click.echo("Stopped.", err=True)
    os._exit(130)

"""`sourcebook work`."""

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
    with in_use(archive.access):
        work()

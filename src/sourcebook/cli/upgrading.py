"""`sourcebook upgrade`."""

from pathlib import Path

import click

from sourcebook.cli.context import Bars, Command


@click.command("upgrade")
@click.pass_obj
def upgrade_command(command: Command) -> None:
    """Bring an archive that an earlier release made to the form that this one needs.

    Stop its server first. The old database is kept beside the new one. Then every page is baked anew, and the worker
    looks at everything at the desk again, by this release's rules.
    """
    from sourcebook.web.desk import configure

    archive = configure(Path(command.folder))
    from sourcebook.web.upgrading import is_current, upgrade_database

    # Says, until everything is done, that what follows the database was cut off, and is to be done the next time.
    unfinished = archive.access / "upgrading"
    if is_current(archive) and not unfinished.exists():
        click.echo("The archive is as this release needs it; nothing was changed.")
        return
    if not is_current(archive):
        kept = upgrade_database(archive, unfinished, lambda sentence: click.echo(sentence, err=True))
        if kept is not None:
            click.echo(f"The old database is kept as {kept.name}; remove it when you are content.")
    from sourcebook.publishing.actions import publish
    from sourcebook.publishing.state.marking import mark_all
    from sourcebook.publishing.uses.keeping import keep_all

    keep_all()
    mark_all()
    bars = Bars()
    outcome = publish([], full=True, progress=bars)
    bars.close()
    unfinished.unlink(missing_ok=True)
    click.echo(f"Brought up to date. Pages changed: {outcome.pages}.")
    if outcome.told:
        click.echo(outcome.told, err=True)

"""`sourcebook rebuild`."""

import click

from sourcebook.cli.context import Bars, Command
from sourcebook.cli.counting import counted


@click.command("rebuild")
@click.option("--index", "wants_index", is_flag=True, help="The search index, from what is published.")
@click.pass_obj
def rebuild_command(command: Command, wants_index: bool) -> None:
    """Make again what can be made again, beside what serves, which it then replaces.

    Readers notice nothing; publishing goes on meanwhile.
    """
    if not wants_index:
        raise click.UsageError("Name what is to be made again: --index.")
    archive = command.archive()
    from sourcebook.publishing.following import not_found_by_search
    from sourcebook.publishing.indexing.making import make_anew

    bars = Bars()
    taken = make_anew(archive, lambda done, total: bars("index", done, total))
    bars.close()
    click.echo(f"{counted(taken.put, 'record is', 'records are')} in the search index.")
    if taken.aside:
        click.echo(not_found_by_search(taken.aside), err=True)

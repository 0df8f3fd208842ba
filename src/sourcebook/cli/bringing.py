"""`sourcebook import` and `sourcebook export`."""

from pathlib import Path

import click

from sourcebook.cli.context import Bars, Command
from sourcebook.cli.counting import counted


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--format", "format_", default=None, help="folder, tei or csv; recognised when left out.")
@click.option(
    "--mapping", type=click.Path(path_type=Path), help="For a spreadsheet: which column is which field."
)
@click.option("--encoding", default=None, help="For a spreadsheet: its encoding, where it is not recognised.")
@click.option(
    "--allow-missing", is_flag=True, help="For a spreadsheet: take records whose files are not beside it."
)
@click.option("--dry-run", is_flag=True, help="Report what would be done; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON, every line of it.")
@click.pass_obj
def import_command(
    command: Command,
    paths: tuple[Path, ...],
    format_: str | None,
    mapping: Path | None,
    encoding: str | None,
    allow_missing: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Bring material in, all of it or nothing, and report what was done.

    It is safe to run again: nothing is made twice, and what was edited by hand since is kept and reported.
    The exit status is 1 when anything was refused.
    """
    command.archive()
    from sourcebook.ingest.formats import read_arrival
    from sourcebook.ingest.settle import settle

    arrival = read_arrival(
        list(paths), format=format_, mapping=mapping, encoding=encoding, allow_missing=allow_missing
    )
    report = settle(arrival, dry_run=dry_run)
    click.echo(report.as_json() if as_json else report.as_text())
    return 1 if report.refused else 0


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--static", is_flag=True, help="The published pages instead, with a search, for any web host.")
@click.pass_obj
def export_command(command: Command, folder: Path, static: bool) -> None:
    """Write the whole archive to FOLDER in portable form; it imports again without loss."""
    archive = command.archive()
    if static:
        from sourcebook.publishing.static_copy import write_static_copy

        bars = Bars()
        count = write_static_copy(archive, folder, progress=bars)
        bars.close()
        click.echo(f"{counted(count, 'file', 'files')} written to {folder}.")
        return
    from sourcebook.ingest.exporting import export_archive

    count = export_archive(folder)
    click.echo(f"{counted(count, 'record', 'records')} written to {folder}.")

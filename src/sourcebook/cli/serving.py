"""`sourcebook serve`."""

from pathlib import Path

import click

from sourcebook.archive_folder import open_archive
from sourcebook.cli.context import Command


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on."
)
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes that answer."
)
@click.option(
    "--work/--no-work", default=True, show_default=True, help="Do background work, in a process beside."
)
@click.pass_obj
def serve_command(command: Command, host: str, port: int, workers: int, work: bool) -> None:
    """Serve the archive: its published pages, and the desk at /admin/."""
    archive = open_archive(Path(command.folder))
    from sourcebook.web.server import serve
    from sourcebook.web.upgrading import surely_current

    if not surely_current(archive):
        command.archive()
    click.echo(
        f"Reading room: http://{host}:{port}/   The desk: http://{host}:{port}/admin/   Stop with Ctrl-C."
    )
    serve(archive.folder, host=host, port=port, workers=workers, worker=work)

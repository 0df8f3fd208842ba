"""`sourcebook new` and `sourcebook demo`."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import click

from sourcebook.archive_folder import ArchiveFolder, make_archive_folder
from sourcebook.cli.context import Bars, Command
from sourcebook.errors import SourcebookError


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default="", help="The archive's title; it can be changed at the desk.")
@click.option(
    "--language", "languages", multiple=True, help="A language of the interface; the first is the main one."
)
@click.option(
    "--address", default="http://127.0.0.1:8000", show_default=True, help="Where readers will find it."
)
def new_command(folder: Path, title: str, languages: tuple[str, ...], address: str) -> None:
    """Make an empty archive in FOLDER."""
    with _all_or_nothing(folder):
        archive = _make(folder, address=address)
        from sourcebook.publishing.beginning import begin_archive

        begin_archive(title or folder.resolve().name, languages or ("en",))
    click.echo(
        f"Made an archive in {archive.folder}. Next: `sourcebook user add NAME`, then `sourcebook serve` there."
    )


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("demo"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on."
)
@click.option(
    "--serve/--no-serve", "serving", default=True, show_default=True, help="Serve it when it is made."
)
@click.pass_obj
def demo_command(command: Command, folder: Path, host: str, port: int, serving: bool) -> None:
    """Make the sample archive in FOLDER, publish it and serve it.

    An archive that is there already is served as it stands; its editor gets a new password each time.
    """
    address = f"http://{host}:{port}"
    if (folder / "archive.toml").exists():
        archive = Command(folder=str(folder)).archive()
    else:
        with _all_or_nothing(folder):
            archive = _make(folder, address=address)
            _fill()
    from sourcebook.web.editors import renew_editor

    password = secrets.token_urlsafe(9)
    renew_editor("editor", password)
    click.echo(f"Reading room: {address}/")
    click.echo(f"The desk:     {address}/admin/   name: editor   password: {password}")
    if serving:
        from sourcebook.web.server import serve

        click.echo("Stop with Ctrl-C.")
        serve(archive.folder, host=host, port=port)


@contextmanager
def _all_or_nothing(folder: Path) -> Iterator[None]:
    """Half an archive would be taken for a whole one the next time: a new folder goes when its making fails."""
    new = not folder.exists()
    try:
        yield
    except BaseException:
        if new:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _make(folder: Path, *, address: str) -> ArchiveFolder:
    """An archive with an empty desk."""
    make_archive_folder(folder, address=address)
    archive = _configure(folder)
    from sourcebook.web.template_database import new_database

    new_database(archive, lambda sentence: click.echo(sentence, err=True))
    return archive


def _configure(folder: Path) -> ArchiveFolder:
    from sourcebook.web.desk import configure

    return configure(folder)


def _fill() -> None:
    """Bring the sample archive in and publish it."""
    from sourcebook.ingest.formats import read_arrival
    from sourcebook.ingest.settle import settle
    from sourcebook.publishing.actions import publish

    with as_file(files("sourcebook") / "demo_archive") as sample:
        report = settle(read_arrival([sample]))
    if report.refused:
        raise SourcebookError(f"The sample archive of this installation is damaged:\n{report.as_text()}")
    bars = Bars()
    publish(progress=bars)
    bars.close()

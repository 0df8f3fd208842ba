"""What all commands share: which archive they act on, how progress and errors are told."""

import sys
from pathlib import Path

import click
from msgspec import Struct

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.errors import SourcebookError

UNFORESEEN = 70
"""The exit status of an error that is ours (EX_SOFTWARE of sysexits)."""


class Command(Struct):
    """The options before the command."""

    folder: str
    debug: bool = False

    def archive(self) -> ArchiveFolder:
        """The archive's folder, with the desk ready to be used; an error where another release made it."""
        from sourcebook.web.desk import configure

        archive = configure(Path(self.folder))
        from sourcebook.web.upgrading import refuse_other_release

        refuse_other_release(archive)
        return archive


def told_in_a_sentence(command: click.Command) -> int:
    """Run a command; whatever goes wrong is told on standard error in a sentence."""
    try:
        answer = command.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except SourcebookError as error:
        if "--debug" in sys.argv:
            raise
        click.echo(f"sourcebook: {error}", err=True)
        return 1
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        click.echo(
            f"sourcebook: something went wrong that we did not foresee ({type(error).__name__}: {error}). "
            "Nothing half-done was kept. Run it again as `sourcebook --debug …` to see where, and tell us.",
            err=True,
        )
        return UNFORESEEN
    return answer if isinstance(answer, int) else 0


class Bars:
    """Progress of long work on standard error: one bar a step, on a terminal only."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._step = ""
        self._width = 30

    def __call__(self, step: str, done: int, total: int) -> None:
        if not self._shown or not total:
            return
        if self._step and step != self._step:
            click.echo(err=True)
        self._step = step
        filled = self._width * done // total
        click.echo(
            f"\r{step:<10} {'█' * filled}{'░' * (self._width - filled)} {done}/{total}", nl=False, err=True
        )

    def close(self) -> None:
        if self._step:
            click.echo(err=True)
            self._step = ""

"""The `sourcebook` command: one file per group of commands, each loaded only when it is called."""

import sys
from importlib import import_module

import click

from sourcebook.cli.context import Command, told_in_a_sentence

COMMANDS = {
    "demo": "archives",
    "new": "archives",
    "serve": "serving",
    "import": "bringing",
    "search": "searching",
    "export": "bringing",
    "publish": "publishing",
    "withdraw": "publishing",
    "unpublish": "publishing",
    "rebuild": "rebuilding",
    "upgrade": "upgrading",
    "work": "working",
    "user": "users",
    "build-template": "building",
}
"""Each command and the file that holds it."""

HIDDEN = ("build-template", "unpublish")


class _Commands(click.Group):
    """Knows the names at once and loads a file when its command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(set(COMMANDS) - set(HIDDEN))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"sourcebook.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--archive",
    "folder",
    type=click.Path(file_okay=False),
    envvar="SOURCEBOOK_ARCHIVE",
    default=".",
    show_default="the current folder",
    help="The archive's folder.",
)
@click.option("--debug", is_flag=True, help="Show where an error came from.")
@click.version_option(package_name="sourcebook")
@click.pass_context
def sourcebook(ctx: click.Context, folder: str, debug: bool) -> None:
    """Curated archives of primary sources: bring in, publish, serve, export."""
    ctx.obj = Command(folder=folder, debug=debug)


def main() -> None:
    """The console script; errors are told in a sentence, and the exit status says that there was one."""
    sys.exit(told_in_a_sentence(sourcebook))

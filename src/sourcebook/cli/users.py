"""`sourcebook user`."""

import click

from sourcebook.cli.context import Command


@click.group("user")
def user_command() -> None:
    """People who work at the desk."""


@user_command.command("add")
@click.argument("name")
@click.option("--email", default="", help="Kept with the account.")
@click.option(
    "--role",
    default="editor",
    show_default=True,
    help="Group: editor, reviewer, archivist, moderator, administrator.",
)
@click.password_option(help="Asked for when it is not given.")
@click.pass_obj
def add(command: Command, name: str, email: str, role: str, password: str) -> None:
    """Let somebody in."""
    command.archive()
    from sourcebook.web.editors import create_editor

    create_editor(name, password, role, email)
    click.echo(f"{name} may sign in at /admin/ as {role}.")

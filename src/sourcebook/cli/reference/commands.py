"""`commands.md`: every command as click itself knows it."""

from collections.abc import Iterator

import click

from sourcebook.cli import sourcebook
from sourcebook.cli.reference.markdown import page, table

WAY_OUT = """## Exit status

| status | means |
| --- | --- |
| 0 | done |
| 1 | not done, for a reason told in a sentence; of `import`: something was refused, and nothing was brought in |
| 2 | the command was not typed as it must be |
| 3 | `publish` was stopped at the gate: something is to be mended first, and nothing was published |
| 70 | something went wrong that nobody foresaw: `sourcebook --debug …` shows where |
| 130 | stopped with Ctrl-C |

Answers go to standard output; progress and errors go to standard error, so that an answer can be piped."""


def commands_page() -> str:
    """All commands that are shown to people, with their arguments and options."""
    root = click.Context(sourcebook, info_name="sourcebook", max_content_width=100, terminal_width=100)
    return page("Commands", *_section(root), WAY_OUT)


def shown_commands(context: click.Context) -> Iterator[click.Context]:
    """The command of a context and all commands below it, groups before what they hold; none that is hidden."""
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None and not command.hidden:
                yield from shown_commands(_below(context, command, name))


def _below(parent: click.Context, command: click.Command, name: str) -> click.Context:
    return click.Context(command, parent=parent, info_name=name, terminal_width=100)


def _section(root: click.Context) -> Iterator[str]:
    for context in shown_commands(root):
        command = context.command
        heading = context.command_path if context.parent else "Before every command"
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        yield f"## {heading}"
        yield f"```\n{usage}\n```"
        yield "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))
        records = [parameter.get_help_record(context) for parameter in command.params]
        yield table(
            ["option", "means"], [[f"`{record[0]}`", record[1]] for record in records if record and record[1]]
        )

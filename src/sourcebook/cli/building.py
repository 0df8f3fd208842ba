"""`sourcebook build-template`: part of the set-up of an installation, not of an archive."""

import click


@click.command("build-template", hidden=True)
def build_template_command() -> None:
    """Make the migrated database that new archives start from."""
    from sourcebook.web.template_database import TEMPLATE, build_template

    build_template()
    click.echo(f"Made the template database, {TEMPLATE.stat().st_size // 1024} KiB.")

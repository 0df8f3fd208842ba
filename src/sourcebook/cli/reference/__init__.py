"""The generated pages of `docs/reference`: written from the code itself, so that they cannot say anything else.

`python -m sourcebook.cli.reference docs/reference` writes them anew; a test compares them with what is committed.
"""

from collections.abc import Callable
from pathlib import Path

from sourcebook.cli.reference.commands import commands_page
from sourcebook.cli.reference.record import record_page, schema_file
from sourcebook.cli.reference.report import report_page
from sourcebook.cli.reference.settings import settings_page
from sourcebook.cli.reference.vocabulary import vocabulary_page

PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "import-report.md": report_page,
    "record.md": record_page,
    "record.schema.json": schema_file,
    "settings.md": settings_page,
    "vocabulary.md": vocabulary_page,
}


def write_reference(folder: Path) -> None:
    """Write all pages into the folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")

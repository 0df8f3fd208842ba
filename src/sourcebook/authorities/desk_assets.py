"""The built scripts and styles of the editor, under names that hold a hash of their content."""

import json
from functools import cache
from pathlib import Path

from django.templatetags.static import static

_FOLDER = Path(__file__).parent / "static/sourcebook/desk"


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = json.loads((_FOLDER / "manifest.json").read_text(encoding="utf-8"))
    return names


def desk_asset(name: str) -> str:
    """The address of what `frontend/desk/<name>` was built into; KeyError where there is none of that name."""
    return f"{static(f'sourcebook/desk/{_names()[name]}')}?v=1"

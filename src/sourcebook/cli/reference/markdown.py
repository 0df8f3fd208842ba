"""The little Markdown that the generated pages need."""

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Written by `make docs` from the code; what is changed here by hand is lost. -->"


def page(title: str, *parts: str) -> str:
    """A whole page: its heading, then its parts with an empty line between them."""
    return "\n\n".join([f"# {title}", GENERATED, *(part for part in parts if part)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the empty string where it would have no row."""
    lines = [_row(row) for row in rows]
    return "\n".join([_row(heads), _row(["---"] * len(heads)), *lines]) if lines else ""


def code(text: str) -> str:
    """Text as it is typed; nothing for nothing."""
    return f"`{text}`" if text else ""


def listed(words: Iterable[str]) -> str:
    """Words as they are typed, with commas between them."""
    return ", ".join(map(code, words))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |"

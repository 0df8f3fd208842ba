"""A page for the press: the shared style, the colours that drawings need, and fonts with Latin and Cyrillic letters."""

from pathlib import Path

PAPER, INK, GREY, FAINT, ACCENT = "#f5f0e4", "#26221d", "#6b6459", "#cfc6b4", "#b03a22"

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
_FONTS = ("pt-serif/400", "pt-serif/400-italic", "pt-serif/700", "pt-sans/400", "pt-sans/700", "pt-mono/400")


def page(kind: str, body: str, width: int, height: int) -> str:
    """A whole HTML page of so many pixels; `kind` is its class in the style sheet."""
    fonts = [MODULES / "@fontsource" / f"{font}.css" for font in _FONTS]
    links = "".join(
        f'<link rel="stylesheet" href="{sheet.as_uri()}">' for sheet in (*fonts, HERE / "style.css")
    )
    size = f"width: {width}px; height: {height}px"
    return f'<!doctype html><meta charset="utf-8">{links}<body class="{kind}" style="{size}">{body}</body>'

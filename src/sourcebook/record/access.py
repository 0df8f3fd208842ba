"""Access copies: which smaller copies of a file readers are given, and how those are named.

One rule for the two sides that may not know each other: `derivatives` makes the copies, the reading room names them.
"""

from sourcebook.record.parts import Part
from sourcebook.record.source import File

WIDTHS = (480, 960, 1600, 2400)


class AccessCopy(Part, frozen=True, kw_only=True):
    """A copy that readers are given; its address is the source's, then `name`."""

    name: str
    media_type: str
    width: int | None = None
    height: int | None = None


def access_copies(file: File) -> tuple[AccessCopy, ...]:
    """For an image, WebP copies from narrow to wide, never wider than the master; else the master itself."""
    if not file.media_type.startswith("image/") or not file.width or not file.height:
        return (AccessCopy(name=file.name, media_type=file.media_type),)
    widths = [width for width in WIDTHS if width < file.width]
    if len(widths) < len(WIDTHS):
        widths.append(file.width)
    return tuple(
        AccessCopy(
            name=f"{file.name}.{width}.webp",
            media_type="image/webp",
            width=width,
            height=max(1, round(file.height * width / file.width)),
        )
        for width in widths
    )

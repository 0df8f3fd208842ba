"""Names of files in what is imported, which nobody has checked yet."""

from pathlib import Path


def inside(folder: Path, name: str) -> Path | None:
    """The path of a name below a folder; None when it leaves it, by `..`, an absolute path or a symbolic link."""
    if not name or "\0" in name or Path(name).is_absolute():
        return None
    root = folder.resolve()
    try:
        found = (root / name).resolve()
    except (OSError, RuntimeError):
        return None
    return found if found.is_relative_to(root) and found != root else None

"""From the address a reader asks for to a file name below `public/`, or to nothing at all."""

from urllib.parse import urlsplit

SIDECARS = (".br", ".gz", ".gone", ".to")
"""Endings of the files that lie beside a published file and are never served under their own name."""

LIVE = ("/admin/", "/comments/", "/search/", "/static/")
"""Beginnings of the addresses that Django may know; any other address is published or does not exist."""

HEALTH = "/healthz"


def file_name(path: str) -> str | None:
    """The file name below `public/` that a decoded address path may stand for: `/1956/` → `1956/index.html`.

    Nothing for a path that could lead elsewhere: `..` and names that begin with a dot, backslashes, control
    characters, empty steps, bytes that are no UTF-8 (Granian hands them on as U+FFFD), and sidecars. The
    case of an ending does not matter, because it does not matter to every file system.
    """
    if not path.startswith("/") or "\\" in path or "\ufffd" in path or not path.isprintable():
        return None
    steps = path[1:].split("/")
    if "" in steps[:-1] or any(step.startswith(".") for step in steps):
        return None
    if steps[-1].lower().endswith(SIDECARS):
        return None
    return path[1:] if steps[-1] else path[1:] + "index.html"


PREVIEWED = "/sources/"
"""Where files of sources are, which a preview at the desk may show before they are published."""


def is_previewed(cookie: str | None, referer: str | None) -> bool:
    """Whether a page of the desk asks for a file of a source, on behalf of somebody who signed in.

    Django knows whether they may have it, and what they see may differ from what is published there.
    """
    if not cookie or not referer:
        return False
    try:
        return urlsplit(referer).path.startswith("/admin/")
    except ValueError:
        return False


def is_live(path: str) -> bool:
    """Whether Django is to be asked; `/admin` counts, so that Django can add the slash."""
    return path.startswith(LIVE) or path + "/" in LIVE

"""Addresses of pages: where each kind of record is read, and in which interface language."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from sourcebook.record import Record, Subject
from sourcebook.record.reference import slug_of
from sourcebook.vocabulary.kinds import Kind, folder
from sourcebook.vocabulary.media import Medium, tab


def folder_of(kind: Kind, year: str = "") -> str:
    """The folder below which pages of a kind stand; subjects stand below their year (its slug)."""
    if kind == "subject":
        return f"/{year or 'subjects'}/"
    name = folder(kind)
    return f"/{name}/" if name else "/"


def address_of(record: Record, slug: str | None = None) -> str:
    """The record's page, in the first language; with `slug` the one it would have under another slug."""
    if record.kind == "archive":
        return "/"
    year = slug_of(record.year) if isinstance(record, Subject) else ""
    return f"{folder_of(record.kind, year)}{record.slug if slug is None else slug}/"  # type: ignore[arg-type]


def tab_address(subject: str, medium: Medium) -> str:
    """One tab of a subject's page."""
    return f"{subject}{tab(medium)}/"


def localised(address: str, language: str, languages: Sequence[str]) -> str:
    """The same page in another interface language: `/ru/…`, without a prefix in the first one."""
    return address if language == languages[0] else f"/{language}{address}"


def permanent(identifier: str) -> str:
    """The address that never changes; a folder, so that any web host can serve it."""
    return f"/id/{identifier}/"


_SIDECARS = (".br", ".gz", ".gone", ".to")
"""Endings that the public folder keeps for what lies beside a page."""
_LONGEST_STEP = 200
"""Bytes; file systems take 255, and something is written beside."""


def may_be_file(name: str) -> bool:
    """Whether a file of a source can stand beside its page under its own name."""
    return name != "index.html" and not name.lower().endswith(_SIDECARS)


def legacy(address: str) -> str:
    """A legacy address as a page's address, or "" where no file can stand for it: queries, climbing paths."""
    path = unquote(address if address.startswith("/") else f"/{address}").removesuffix("index.html")
    steps = path[1:].removesuffix("/").split("/")
    if re.search(r"[?#\\]", address) or not path.isprintable() or "\ufffd" in path:
        return ""
    if any(not step or step.startswith(".") or len(step.encode()) > _LONGEST_STEP for step in steps):
        return ""
    if not may_be_file(steps[-1]):
        return ""
    return path if path.endswith("/") or "." in steps[-1] else f"{path}/"

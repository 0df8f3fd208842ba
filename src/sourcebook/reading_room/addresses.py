"""Addresses of pages: where each kind of record is read, and in which interface language."""

import re
from collections.abc import Sequence

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


_PATH = re.compile(r"/[^\s?#\\]*")


def legacy(address: str) -> str:
    """A legacy address as a page's address, or "" where no file can stand for it (queries, climbing paths)."""
    path = address if address.startswith("/") else f"/{address}"
    if not _PATH.fullmatch(path) or any(
        part in {"", ".", ".."} for part in path[1:-1].split("/") if path != "/"
    ):
        return ""
    last = path.rsplit("/", 1)[1]
    return path if not last or "." in last else f"{path}/"

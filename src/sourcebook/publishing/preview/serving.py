"""The answer to a preview: the bytes that publishing will put into the public folder."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from sourcebook.archive_folder import ArchiveFolder, current_archive
from sourcebook.authorities.identifiers import would_mint
from sourcebook.publishing.gather import gather_object
from sourcebook.publishing.library import PublishedLibrary
from sourcebook.publishing.log import instant, now
from sourcebook.publishing.preview.copies import let_see
from sourcebook.publishing.preview.modes import address_in_mode, modes_of
from sourcebook.publishing.preview.overlay import Overlay
from sourcebook.publishing.site import site_of
from sourcebook.reading_room.baking import bake
from sourcebook.reading_room.entries import file_entries
from sourcebook.reading_room.pages import makers
from sourcebook.reading_room.policy import PUBLISHED_POLICY
from sourcebook.reading_room.site import Site
from sourcebook.record import Archive, Record, Source

HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": PUBLISHED_POLICY}
"""A preview may load what a published page may."""

NOTHING_HELD = Path(":memory:")
"""The library of an archive that has published nothing: SQLite's own name for what is on no disk."""


class DeskPreviewer:
    """What the desk's forms ask for previews."""

    def modes(self, thing: Any) -> Sequence[tuple[str, str]]:
        return modes_of(thing, site_of(current_archive()))

    def page(self, thing: Any, mode: str, request: HttpRequest) -> HttpResponse:
        archive = current_archive()
        record = record_of(thing)
        site = _site(archive, record)
        content = made(record, address_in_mode(record, mode, site), site, archive)
        if content is None:
            return TemplateResponse(request, "publishing/no_such_page.html", {"why": _why_none(mode)})
        if isinstance(record, Source):
            let_see(request, record)
        return HttpResponse(content, headers=HEADERS)


def record_of(thing: Any) -> Record:
    """The record that saving and publishing this would make; nothing is written."""
    thing.completed()
    record = gather_object(thing)
    if record.id:
        return record
    return msgspec.structs.replace(record, id=would_mint(record.kind, record.slug))


def _site(archive: ArchiveFolder, record: Record) -> Site:
    """The site as it will be: the archive's own record decides on its languages."""
    site = site_of(archive)
    if isinstance(record, Archive) and record.languages:
        return msgspec.structs.replace(site, languages=tuple(record.languages))
    return site


def made(record: Record, address: str, site: Site, archive: ArchiveFolder) -> bytes | None:
    """The page at an address when this record has been published; None where there will be none."""
    path = archive.access / "library.sqlite3"
    with (
        PublishedLibrary(path, read_only=True) if path.exists() else PublishedLibrary(NOTHING_HELD) as library
    ):
        overlay = Overlay(library, record, partial(file_entries, site=site), instant(now()))
        (baked,) = bake(overlay, [address], makers(site))
    content = baked.files.get("")
    return content.read_bytes() if isinstance(content, Path) else content


def _why_none(mode: str) -> str:
    if mode.count("/") > 1:
        return _("Nothing stands there yet, so there will be no such page: choose another one above.")
    return _("Readers will not be given this page: fill in what is missing, then look again.")

"""Files of what is not published, for whoever looks at its preview, and for nobody else.

A previewed page names its files by the addresses they will have, because its bytes are those that publishing bakes. So
the preview notes in the editor's session which files it showed; what a page of the desk asks for at such an address is
answered from there, before what may be published at it.
"""

from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
from django.http import FileResponse, Http404, HttpRequest

from sourcebook.archive_folder import current_archive
from sourcebook.derivatives.copies import copy_path, make_copy
from sourcebook.reading_room.addresses import address_of
from sourcebook.record import File, Source
from sourcebook.record.access import AccessCopy, access_copies

SESSION = "previewed_files"
REMEMBERED = 20
"""Sources whose files a session keeps; those looked at longest ago go."""

_making = Lock()
"""One copy at a time: two threads would write into one file aside."""


def let_see(request: HttpRequest, source: Source) -> None:
    """Let this session have the files of a source that it previews."""
    folder = address_of(source)
    seen: dict[str, Any] = request.session.get(SESSION, {})
    files = [msgspec.to_builtins(file) for file in source.files]
    if seen.get(folder, []) == files:
        return
    kept = {address: held for address, held in seen.items() if address != folder}
    latest = [*kept.items(), (folder, files)][-REMEMBERED:]
    request.session[SESSION] = dict(latest)


def private_copy(request: HttpRequest, slug: str, name: str) -> FileResponse:
    """An access copy of a file that this session has seen in a preview; a 404 for everyone else."""
    if not getattr(request, "user", None) or not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    seen = request.session.get(SESSION, {}).get(f"/sources/{slug}/", [])
    for file in msgspec.convert(seen, list[File]):
        for copy in access_copies(file):
            if copy.name == name:
                return _send(_path(file, copy), copy)
    raise Http404


def _path(file: File, copy: AccessCopy) -> Path:
    archive = current_archive()
    master = archive.master(file.sha256)
    if copy.width is None:
        return master
    path = copy_path(archive.access, file.sha256, copy.name)
    if not path.exists() and master.exists():
        with _making:
            make_copy(master, file, copy, archive.access)
    return path


def _send(path: Path, copy: AccessCopy) -> FileResponse:
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file,
        content_type=copy.media_type,
        headers={"Cache-Control": "private, no-store", "Accept-Ranges": "bytes"},
    )

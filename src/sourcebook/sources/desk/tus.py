"""Resumable uploads by the tus protocol 1.0.0 (core, creation, checksum, expiration, termination) at `/admin/uploads/`.

Each upload belongs to the editor who began it. When its last byte has come, `desk/arrivals.py` makes a master of it.
"""

import base64
import binascii
import time
from collections.abc import Callable
from typing import IO, Any, cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date

from sourcebook.archive_folder import current_archive
from sourcebook.masters.uploads import (
    ABANDONED,
    LARGEST,
    Fault,
    Upload,
    UploadError,
    append,
    begin,
    find,
    forget,
)
from sourcebook.sources.desk.permission import for_editors_of_sources

VERSION = "1.0.0"
ALGORITHMS = ("sha1", "sha256")
STATUS: dict[Fault, int] = {
    "unknown": 404,
    "too large": 413,
    "no room": 507,
    "too many": 429,
    "other place": 409,
    "broken piece": 460,
    "busy": 423,
    "unfinished": 409,
}


def answer(status: int, text: str = "", **headers: str) -> HttpResponse:
    """An answer as the protocol has them; a refusal says in a sentence why."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpResponse(
        text,
        status=status,
        content_type="text/plain; charset=utf-8",
        headers={"Tus-Resumable": VERSION, "Cache-Control": "no-store", **named},
    )


def _spoken(view: Callable[..., HttpResponse]) -> Any:
    """The version is agreed on, and refusals are answered as the protocol has them."""

    def spoken(request: HttpRequest, **arguments: str) -> HttpResponse:
        if request.method != "OPTIONS" and request.headers.get("Tus-Resumable") != VERSION:
            return answer(412, "Only version 1.0.0 of tus is spoken here.", Tus_Version=VERSION)
        try:
            return view(request, **arguments)
        except UploadError as error:
            return answer(STATUS[error.fault], str(error))

    return for_editors_of_sources(spoken)


@_spoken
def uploads(request: HttpRequest) -> HttpResponse:
    """What is spoken here, and the beginning of an upload."""
    if request.method == "OPTIONS":
        return answer(
            204,
            Tus_Version=VERSION,
            Tus_Extension="creation,checksum,expiration,termination",
            Tus_Max_Size=str(LARGEST),
            Tus_Checksum_Algorithm=",".join(ALGORITHMS),
        )
    if request.method != "POST":
        return answer(405, Allow="OPTIONS, POST")
    length = _number(request, "Upload-Length")
    if length is None:
        return answer(400, "Upload-Length is missing or no number.")
    name = _metadata(request).get("filename", "")[:1000]
    upload = begin(current_archive().inbox, owner=owner(request), name=name, length=length)
    place = reverse("sourcebook_upload", args=[upload.identifier])
    return answer(201, Location=place, Upload_Offset="0", Upload_Expires=_expires(upload))


@_spoken
def upload(request: HttpRequest, identifier: str) -> HttpResponse:
    """How much has come; the next piece; the end of it all."""
    inbox = current_archive().inbox
    found = find(inbox, identifier, owner(request))
    if request.method == "HEAD":
        return answer(
            200,
            Upload_Offset=str(found.offset),
            Upload_Length=str(found.length),
            Upload_Expires=_expires(found),
        )
    if request.method == "DELETE":
        forget(inbox, found)
        return answer(204)
    if request.method != "PATCH":
        return answer(405, Allow="DELETE, HEAD, PATCH")
    if request.content_type != "application/offset+octet-stream":
        return answer(415, "A piece is of the type application/offset+octet-stream.")
    offset = _number(request, "Upload-Offset")
    if offset is None:
        return answer(400, "Upload-Offset is missing or no number.")
    try:
        checksum = _checksum(request)
    except ValueError:
        return answer(400, "Upload-Checksum is not understood.")
    found = append(inbox, found, offset, cast(IO[bytes], request), checksum)
    return answer(204, Upload_Offset=str(found.offset), Upload_Expires=_expires(found))


def owner(request: HttpRequest) -> str:
    return str(request.user.pk)


def _number(request: HttpRequest, header: str) -> int | None:
    written = request.headers.get(header, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 20 else None


def _metadata(request: HttpRequest) -> dict[str, str]:
    """Keys and values in base64, with commas between; what is not so is passed over."""
    found = {}
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        key, _, value = pair.strip().partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    return found


def _checksum(request: HttpRequest) -> tuple[str, bytes] | None:
    written = request.headers.get("Upload-Checksum")
    if not written:
        return None
    algorithm, _, digest = written.partition(" ")
    if algorithm not in ALGORITHMS:
        raise ValueError(algorithm)
    return algorithm, base64.b64decode(digest, validate=True)


def _expires(upload: Upload) -> str:
    return http_date((upload.touched or time.time()) + ABANDONED)

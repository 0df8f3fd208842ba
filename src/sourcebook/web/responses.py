"""Sending what is published: whole, in part, or not at all, as a request's method and conditions ask."""

from urllib.parse import quote

from granian._granian import RSGIHTTPProtocol as HTTPProtocol
from granian.rsgi import Scope

from sourcebook.web.byte_ranges import UnsatisfiableRangeError, byte_range
from sourcebook.web.conditional import Verdict, range_holds, verdict
from sourcebook.web.headers import PUBLISHED
from sourcebook.web.representation import HeaderList, Representation


def send(answer: Representation, scope: Scope, proto: HTTPProtocol) -> None:
    """Answer with what is published, as far as the request's method, conditions and range ask for it."""
    method = scope.method
    if method != "GET" and method != "HEAD":
        return plain(proto, 405, "Published files can only be read.", [("allow", "GET, HEAD")])
    if answer.status == 301:
        return _redirect(answer, scope, proto)
    if answer.status != 200:
        return whole(answer, scope, proto)
    headers = scope.headers
    judgement = verdict(headers, answer.etag, answer.modified)
    if judgement is Verdict.NOT_MODIFIED:
        return proto.response_empty(304, answer.unmodified)
    if judgement is Verdict.FAILED:
        return plain(proto, 412, "The file is not, or no longer, the one you have.")
    wanted = headers.get("range") if method == "GET" else None
    if wanted is None or not range_holds(headers, answer.etag, answer.modified):
        return whole(answer, scope, proto)
    _part(answer, wanted, scope, proto)


def whole(answer: Representation, scope: Scope, proto: HTTPProtocol) -> None:
    """Send all of a file, from memory if it is there, or only its headers for HEAD."""
    if scope.method == "HEAD":
        proto.response_empty(answer.status, answer.headers)
    elif answer.body is not None:
        proto.response_bytes(answer.status, answer.headers, answer.body)
    else:
        proto.response_file(answer.status, answer.headers, answer.file.path)


def plain(proto: HTTPProtocol, status: int, text: str, more: HeaderList | None = None) -> None:
    """Send one line of text that nobody keeps."""
    kind = ("content-type", "text/plain; charset=utf-8")
    proto.response_str(status, [kind, ("cache-control", "no-store"), *PUBLISHED, *(more or [])], f"{text}\n")


def _part(answer: Representation, wanted: str, scope: Scope, proto: HTTPProtocol) -> None:
    size = answer.file.size
    try:
        part = byte_range(wanted, size)
    except UnsatisfiableRangeError as reason:
        return plain(proto, 416, str(reason), [("content-range", f"bytes */{size}")])
    if part is None:
        return whole(answer, scope, proto)
    first, end = part
    headers = [(name, value) for name, value in answer.headers if name != "content-length"]
    headers += [("content-length", str(end - first)), ("content-range", f"bytes {first}-{end - 1}/{size}")]
    if answer.body is not None:
        proto.response_bytes(206, headers, answer.body[first:end])
    else:
        proto.response_file_range(206, headers, answer.file.path, first, end)


def _redirect(answer: Representation, scope: Scope, proto: HTTPProtocol) -> None:
    location = answer.location
    if not location:
        query = scope.query_string
        location = quote(scope.path) + "/" + (f"?{query}" if query else "")
    proto.response_empty(301, [*answer.headers, ("location", location)])

"""A request as WSGI wants it (PEP 3333), from what Granian hands over."""

import sys
from typing import IO, Any

from granian.rsgi import Scope

from sourcebook.web.wsgi_reply import FileBlocks

_CONSTANT: dict[str, Any] = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.file_wrapper": FileBlocks,
    "wsgi.input_terminated": True,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}


def environ(scope: Scope, body: IO[bytes], length: int) -> dict[str, Any]:
    """The environment of one call; `length` is the body's true length, whatever the reader claimed."""
    server, _, port = scope.server.rpartition(":")
    client, _, client_port = scope.client.rpartition(":")
    made = _CONSTANT | {
        "REQUEST_METHOD": scope.method,
        # PEP 3333 wants the bytes of the path, each as the character of its number.
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": client.strip("[]"),
        "REMOTE_PORT": client_port,
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
    }
    if scope.authority:
        made["HTTP_HOST"] = scope.authority
    _add_headers(made, scope)
    made["CONTENT_LENGTH"] = str(length)
    return made


def _add_headers(made: dict[str, Any], scope: Scope) -> None:
    for name, value in scope.headers.items():
        # A name with an underscore could pass itself off as one with a hyphen that a proxy in front has
        # checked.
        if "_" in name:
            continue
        key = name.upper().replace("-", "_")
        key = key if key == "CONTENT_TYPE" else f"HTTP_{key}"
        between = "; " if name == "cookie" else ","
        made[key] = f"{made[key]}{between}{value}" if key in made and name != "host" else value

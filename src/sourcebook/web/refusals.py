"""What is told where Django is not asked: in the desk's look for who works there, else in one line."""

from html import escape
from pathlib import Path

from granian._granian import RSGIHTTPProtocol as HTTPProtocol

from sourcebook.web.headers import EDITOR_POLICY
from sourcebook.web.responses import plain

_PAGE = (Path(__file__).parent / "templates/refusal.html").read_text(encoding="utf-8")


def refuse(proto: HTTPProtocol, status: int, path: str, words: str) -> None:
    """Send a refusal that nobody keeps."""
    if not path.startswith("/admin/"):
        return plain(proto, status, words)
    headers = [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("content-security-policy", EDITOR_POLICY),
        ("x-content-type-options", "nosniff"),
    ]
    proto.response_str(status, headers, _PAGE.replace("WORDS", escape(words)))

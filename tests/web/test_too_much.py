"""What is too large, asked of the real server: 413 with a sentence, nothing half-done, and the next request as ever."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sourcebook.masters.uploads import LARGEST
from sourcebook.web.request_body import LONGEST, LONGEST_UPLOAD
from tests.live_desk import LiveDesk, make_archive, served

TUS = {"Tus-Resumable": "1.0.0"}
PIECE = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}


@pytest.fixture(scope="module")
def desk(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveDesk]:
    folder = tmp_path_factory.mktemp("much") / "archive"
    with served(make_archive(folder, repository / "tests/archive"), "--no-work") as desk:
        yield desk


def refused(desk: LiveDesk, path: str, data: bytes, method: str = "POST", **headers: str) -> tuple[int, str]:
    """The refusal that the editor gets."""
    address = f"http://127.0.0.1:{desk.port}{path}"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, data, {"Referer": address, **named}, method=method)
    with pytest.raises(urllib.error.HTTPError) as error:
        desk.opener.open(request, timeout=60)
    with error.value as answer:
        return answer.code, answer.read().decode()


def form_of_nagy(desk: LiveDesk) -> tuple[str, bytes]:
    begin = 'href="/admin/snippets/authorities/person/edit/'
    page = desk.get("/admin/snippets/authorities/person/").decode()
    path = "/admin/snippets/authorities/person/edit/" + page.partition(begin)[2].partition('"')[0]
    return path, desk.get(path)


@pytest.mark.parametrize(
    "more", [b"summary__en=" + b"a" * 51 * 2**20, b"&".join(b"x%d=" % n for n in range(50_001))],
    ids=["long", "many"],
)  # fmt: skip
def test_a_form_that_is_too_large(desk: LiveDesk, more: bytes) -> None:
    path, page = form_of_nagy(desk)
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    data = b"csrfmiddlewaretoken=" + token[1] + b"&" + more
    status, told = refused(desk, path, data)
    assert status == 413
    assert "<h1>That is too much at once</h1>" in told
    assert "Nothing of it was saved" in told
    assert "Traceback" not in told
    status, told = refused(desk, path, data, Accept_Language="ru")
    assert (status, "<h1>Это слишком много за один раз</h1>" in told) == (413, True)
    # And the form is as it was, and saves.
    assert form_of_nagy(desk)[0] == path
    assert b"Prime" in desk.post(path, summary__en="Prime minister")


def announced(desk: LiveDesk, path: str, length: int) -> str:
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    return desk.site.raw(head.encode()).decode()


def test_what_is_announced_larger_than_anything_is_not_even_taken(desk: LiveDesk) -> None:
    at_desk = announced(desk, "/admin/snippets/sources/source/add/", LONGEST_UPLOAD + 1)
    assert at_desk.startswith("HTTP/1.1 413")
    assert "<h1>That is more than this address takes at once: send it in parts.</h1>" in at_desk
    at_search = announced(desk, "/search/", LONGEST + 1)
    assert at_search.split()[1] in ("405", "413")
    assert desk.ask("/healthz").status == 200


def test_an_upload_that_is_too_large_is_refused_before_it_begins(desk: LiveDesk) -> None:
    headers: dict[str, Any] = TUS | {"Upload-Length": str(LARGEST + 1), "X-CSRFToken": token_of(desk)}
    status, told = refused(desk, "/admin/uploads/", b"", **headers)
    assert status == 413
    assert told == f"The file is larger than {LARGEST // 2**30} GiB, the most that is taken."


def test_an_upload_that_grows_past_what_it_announced(desk: LiveDesk) -> None:
    headers = TUS | {"Upload-Length": "10", "X-CSRFToken": token_of(desk)}
    address = f"http://127.0.0.1:{desk.port}/admin/uploads/"
    begun = urllib.request.Request(address, b"", {"Referer": address, **headers}, method="POST")
    with desk.opener.open(begun, timeout=60) as answer:
        place = answer.headers["Location"]
    status, told = refused(desk, place, b"x" * 11, "PATCH", **PIECE, **headers)
    assert (status, told) == (413, "More came than was announced: begin the upload again.")


def token_of(desk: LiveDesk) -> str:
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', form_of_nagy(desk)[1])
    assert token
    return token[1].decode()

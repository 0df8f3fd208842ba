"""What is not published goes to Django, as WSGI wants it, and its answer comes back."""

import hashlib
import json
import os
import socket
from typing import Any

from sourcebook.web.request_body import LONGEST
from tests.web.conftest import FILM
from tests.web.talk import Site


def told(
    site: Site, path: str, method: str = "GET", body: bytes | None = None, **headers: str
) -> dict[str, Any]:
    answer = site.ask(path, method, body, **headers)
    assert answer.status == 200
    found: dict[str, Any] = json.loads(answer.body)
    return found


def test_a_request_arrives_as_it_was_sent(site: Site) -> None:
    asked = told(site, "/search/?q=%D0%BF%2F&a=1", cookie="a=1; b=2", user_agent="Reader", x_a="1")
    assert asked["REQUEST_METHOD"] == "GET"
    assert asked["PATH_INFO"] == "/search/"
    assert asked["QUERY_STRING"] == "q=%D0%BF%2F&a=1"
    assert asked["HTTP_COOKIE"] == "a=1; b=2"
    assert asked["HTTP_X_A"] == "1"
    assert asked["HTTP_HOST"] == f"127.0.0.1:{site.port}"
    assert asked["SERVER_PORT"] == str(site.port)
    assert asked["REMOTE_ADDR"] == "127.0.0.1"
    assert asked["SERVER_PROTOCOL"] == "HTTP/1.1"
    assert asked["wsgi.url_scheme"] == "http"


def test_a_path_arrives_as_bytes_in_characters(site: Site) -> None:
    asked = told(site, "/search/%D0%B4%D0%BE%D0%BA%D0%BB%D0%B0%D0%B4/")
    assert asked["PATH_INFO"].encode("latin-1").decode() == "/search/доклад/"


def test_a_name_with_an_underscore_is_dropped(site: Site) -> None:
    answer = site.raw(
        b"GET /search/ HTTP/1.1\r\nHost: a\r\nX_Forwarded_For: 1.2.3.4\r\nX-Twice: 1\r\nX-Twice: 2\r\n"
        b"Connection: close\r\n\r\n"
    )
    asked = json.loads(answer.partition(b"\r\n\r\n")[2])
    assert "HTTP_X_FORWARDED_FOR" not in asked
    assert asked["HTTP_X_TWICE"] == "1,2"


def test_a_form_arrives_whole(site: Site) -> None:
    asked = told(site, "/comments/", "POST", b"text=Yes", content_type="application/x-www-form-urlencoded")
    assert asked["CONTENT_TYPE"] == "application/x-www-form-urlencoded"
    assert asked["CONTENT_LENGTH"] == "8"
    assert asked["body"] == hashlib.sha256(b"text=Yes").hexdigest()


def test_a_long_upload_is_taken_without_being_held_in_memory(site: Site) -> None:
    before = told(site, "/admin/upload/")["peak"]
    block = os.urandom(1024 * 1024)
    digest = hashlib.sha256()
    with socket.create_connection(("127.0.0.1", site.port), timeout=60) as connection:
        head = f"POST /admin/upload/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {200 * len(block)}"
        connection.sendall(head.encode() + b"\r\n\r\n")
        for _ in range(200):
            connection.sendall(block)
            digest.update(block)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    asked = json.loads(answer.partition(b"\r\n\r\n")[2])
    assert asked["body"] == digest.hexdigest()
    assert asked["peak"] - before < 40_000, "KiB; the upload had 200 MiB"


def test_a_body_in_chunks_has_its_true_length(site: Site) -> None:
    answer = site.raw(
        b"POST /comments/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\nYes\r\n0\r\n\r\n"
    )
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["CONTENT_LENGTH"] == "3"


def test_strangers_cannot_send_films(site: Site) -> None:
    announced = (
        f"POST /comments/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {LONGEST + 1}\r\n\r\n"
    )
    assert site.raw(announced.encode()).startswith(b"HTTP/1.1 413")
    chunked = (
        b"POST /comments/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    piece = f"{LONGEST + 1:x}\r\n".encode() + bytes(LONGEST + 1) + b"\r\n0\r\n\r\n"
    assert site.raw(chunked + piece).startswith(b"HTTP/1.1 413")


def test_half_an_upload_never_reaches_the_desk(site: Site) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as connection:
        connection.sendall(b"POST /comments/ HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf")
        connection.shutdown(socket.SHUT_WR)
        assert b"200 OK" not in connection.recv(65536)
    assert site.ask("/healthz").status == 200


def test_a_file_of_the_desk_is_sent_by_its_name(site: Site) -> None:
    answer = site.ask("/admin/film")
    assert answer.body == FILM
    assert answer["Content-Length"] == str(len(FILM))


def test_an_answer_in_pieces_arrives_whole(site: Site) -> None:
    answer = site.ask("/admin/report.csv")
    assert answer.body == b"".join(f"line {number}\n".encode() for number in range(1000))


def test_the_editor_has_a_looser_policy_unless_django_sets_one(site: Site) -> None:
    assert "'unsafe-inline'" in site.ask("/admin/")["Content-Security-Policy"]
    assert "'unsafe-inline'" not in site.ask("/search/")["Content-Security-Policy"]
    assert site.ask("/admin/strict/").headers.get_all("Content-Security-Policy") == ["default-src 'none'"]
    assert site.ask("/admin/")["X-Content-Type-Options"] == "nosniff"


def test_what_django_does_not_know_is_said_on_the_archives_own_page(site: Site) -> None:
    answer = site.ask("/search/unknown/")
    assert answer.status == 404
    assert b"Not here" in answer.body
    assert b"Django" in site.ask("/admin/unknown/").body


def test_django_is_not_asked_for_other_addresses(site: Site) -> None:
    for path in ("/administration/", "/1957/", "/searching/"):
        assert site.ask(path).status == 404
        assert site.ask(path, "POST", b"x").status == 404


def test_django_may_add_the_slash(site: Site) -> None:
    assert told(site, "/admin")["PATH_INFO"] == "/admin"


def test_an_error_is_told_in_a_sentence(site: Site) -> None:
    answer = site.ask("/admin/broken/")
    assert answer.status == 500
    assert b"Traceback" not in answer.body
    assert b"log" in answer.body


def test_head_of_a_live_page_has_no_body(site: Site) -> None:
    answer = site.ask("/admin/", "HEAD")
    assert (answer.status, answer.body) == (200, b"")

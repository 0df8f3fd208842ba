"""The configurations for nginx and Caddy in the how-to, taken from the page and run for real."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import FILM, PAGE
from tests.web.talk import REPOSITORY, Site, free_port, running
from tests.web.test_hostile_addresses import ESCAPES, SECRETS

HOW_TO = REPOSITORY / "docs" / "how-to" / "serve-with-nginx-or-caddy.md"


def configuration(language: str, changes: dict[str, str]) -> str:
    """The one block of a language in the how-to, with the example's names changed to this test's."""
    [block] = re.findall(rf"^```{language}\n(.*?)^```$", HOW_TO.read_text(encoding="utf-8"), re.M | re.S)
    text = str(block)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


def nginx(site: Site, folder: Path, port: int) -> list[str]:
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "/srv/archive/public": str(site.public),
        "127.0.0.1:8000": f"127.0.0.1:{site.port}",
    }
    # The workers of a server that root starts are nobody, who may not read the folders of a test.
    user = "user root;" if os.geteuid() == 0 else ""
    places = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"{user} daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;"
        f"events {{}} http {{ access_log off; {places}\n{configuration('nginx', changes)} }}"
    )
    command = ["nginx", "-p", str(folder), "-c", str(file), "-e", str(folder / "error.log")]
    checked = subprocess.run([*command, "-t"], check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr
    return command


def caddy(site: Site, folder: Path, port: int) -> list[str]:
    changes = {
        "archive.example.org {": f"http://:{port} {{\n\tbind 127.0.0.1",
        "/srv/archive/public": str(site.public),
        "127.0.0.1:8000": f"127.0.0.1:{site.port}",
    }
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n\n" + configuration("caddyfile", changes))
    options = ["--config", str(file), "--adapter", "caddyfile"]
    # Caddy keeps its configuration and certificates in these folders.
    caddy = ["env", f"XDG_CONFIG_HOME={folder}", f"XDG_DATA_HOME={folder}", "caddy"]
    checked = subprocess.run([*caddy, "validate", *options], check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    return [*caddy, "run", *options]


@pytest.fixture(scope="module", params=[nginx, caddy])
def front(
    request: pytest.FixtureRequest, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    name = request.param.__name__
    if shutil.which(name) is None:
        pytest.skip(f"{name.upper()} IS NOT INSTALLED, so its configuration in the how-to stays untried.")
    port = free_port()
    command = request.param(site, tmp_path_factory.mktemp(name), port)
    with running(command, port):
        yield Site(site.public, port)


def test_pages_are_sent_as_sourcebook_sends_them(front: Site, site: Site) -> None:
    for path in ("/", "/1956/", "/assets/style.0a1b2c.css", "/sources/poster/en.vtt", "/bare/note.txt"):
        theirs, ours = front.ask(path), site.ask(path)
        assert (theirs.status, theirs.body) == (200, ours.body)
        for name in ("Content-Type", "Cache-Control", "Content-Security-Policy", "X-Content-Type-Options"):
            assert theirs.headers.get_all(name) == [ours[name]], name
        for name in ("Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"):
            assert theirs.headers.get_all(name) == [ours[name]], name
        assert theirs["ETag"]
        assert theirs["Server"] != ours["Server"]


def test_pages_compressed_beforehand_are_sent(front: Site, site: Site) -> None:
    theirs = front.ask("/1956/", accept_encoding="gzip")
    assert theirs.body == (site.public / "1956" / "index.html.gz").read_bytes()
    assert theirs["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in theirs["Vary"]
    assert theirs["Content-Type"] == "text/html; charset=utf-8"
    assert theirs["ETag"] != front.ask("/1956/")["ETag"]


def test_a_second_visit_costs_no_body(front: Site) -> None:
    assert front.ask("/1956/", if_none_match=front.ask("/1956/")["ETag"]).status == 304


def test_players_get_parts(front: Site) -> None:
    answer = front.ask("/sources/poster/film.mp4", range="bytes=100-199")
    assert (answer.status, answer.body) == (206, FILM[100:200])


def test_what_moved_or_was_withdrawn_or_never_was(front: Site, site: Site) -> None:
    assert front.ask("/1956")["Location"] == "/1956/"
    for path in ("/id/sb-1/", "/old/", "/nowhere/", "/bare/", "/search/unknown/"):
        theirs, ours = front.ask(path), site.ask(path)
        assert (theirs.status, theirs.body) == (ours.status, ours.body)
        assert theirs["Location"] == ours["Location"]
        assert theirs.headers.get_all("Content-Security-Policy") == [ours["Content-Security-Policy"]]


def test_what_is_alive_reaches_django(front: Site) -> None:
    assert front.ask("/healthz").body.strip() == b"ok"
    assert front.ask("/search/?q=Nagy").status == 200
    answer = front.ask("/admin/upload/", "POST", b"x" * 2_000_000)
    assert answer.status == 200
    assert b'"CONTENT_LENGTH": "2000000"' in answer.body
    assert b"Host" not in answer.body
    assert f'"HTTP_HOST": "127.0.0.1:{front.port}"'.encode() in answer.body
    assert b'"HTTP_X_FORWARDED_PROTO": "http"' in answer.body


# Caddy follows links, which the page says; both servers tidy up paths, which is harmless.
TIDIED = {"/././index.html", "//index.html", "/1956//index.html", "/%2Findex.html"}
LINKS = {"/leak/film.mp4", "/leak.txt"}


@pytest.mark.parametrize("target", [target for target in ESCAPES if target not in TIDIED])
def test_there_is_nothing_at(front: Site, request: pytest.FixtureRequest, target: str) -> None:
    if target in LINKS and "caddy" in request.node.name:
        pytest.skip("Caddy follows links; the how-to says so.")
    answer = front.get_raw(target)
    assert not re.match(rb"HTTP/1.1 2", answer), answer[:200]
    assert not any(secret in answer for secret in SECRETS)
    assert PAGE[:40] not in answer

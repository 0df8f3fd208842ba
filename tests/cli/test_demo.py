"""`sourcebook demo`, as a newcomer runs it: the archive is made, served, and its editor may sign in."""

import http.cookiejar
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import COMMAND
from tests.demo_server import served_demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """The address of a running demo, the password that it told, and its folder."""
    folder = tmp_path_factory.mktemp("demo") / "sample"
    with served_demo(folder) as (address, password):
        yield address, password, folder


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
        page: str = answer.read().decode()
        return page


def test_the_sample_archive_is_there_to_be_read(demo: tuple[str, str, Path]) -> None:
    address, _, _ = demo
    assert "Khrushchev" in fetch(f"{address}/1956/khrushchevs-secret-speech/")
    assert "Хрущёв" in fetch(f"{address}/ru/people/nikita-khrushchev/")


def test_the_editor_signs_in_with_the_password_of_this_archive(demo: tuple[str, str, Path]) -> None:
    address, password, _ = demo
    cookies = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    with browser.open(f"{address}/admin/login/", timeout=60) as answer:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.read().decode())
    assert token
    form = {"csrfmiddlewaretoken": token[1], "username": "editor", "password": password, "next": "/admin/"}
    request = urllib.request.Request(
        f"{address}/admin/login/",
        urllib.parse.urlencode(form).encode(),
        {"Referer": f"{address}/admin/login/"},
    )
    with browser.open(request, timeout=60) as answer:
        assert answer.url == f"{address}/admin/"
        assert answer.status == 200


@pytest.mark.parametrize(
    "hidden",
    [
        "/archive.toml",
        "/desk.sqlite3",
        "/secret",
        "/../secret",
        "/.index.html.aside",
        "/inbox/",
        "/access/library.sqlite3",
    ],
)
def test_nothing_of_the_archives_folder_but_its_pages_is_given_out(
    demo: tuple[str, str, Path], hidden: str
) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        fetch(demo[0] + hidden)
    assert refused.value.code in (400, 404)
    refused.value.close()


def test_what_is_taken_out_cannot_be_reached_by_any_address(demo: tuple[str, str, Path]) -> None:
    address, _, folder = demo
    page = fetch(f"{address}/sources/map-of-the-copies/")
    copies = set(re.findall(r"/sources/map-of-the-copies/[^\s\"]+\.webp", page))
    permanent = re.search(r"/id/[0-9a-z]+", page)
    assert copies
    assert permanent
    done = subprocess.run(
        [*COMMAND, "--archive", str(folder), "withdraw", "source:map-of-the-copies", "--reason", "A test."],
        capture_output=True,
        check=True,
    )
    assert b"1 withdrawn" in done.stdout
    for gone in {
        *copies,
        permanent[0] + "/",
        "/sources/map-of-the-copies/",
        "/sources/map-of-the-copies/record.json",
    }:
        with pytest.raises(urllib.error.HTTPError) as refused:
            fetch(address + gone)
        assert refused.value.code == 410
        assert "A test." in refused.value.read().decode()
        refused.value.close()
    assert "map-of-the-copies" not in fetch(f"{address}/1956/khrushchevs-secret-speech/images/")
    assert "map-of-the-copies" not in fetch(f"{address}/sitemap.xml")


def test_a_second_demo_serves_what_is_there(demo: tuple[str, str, Path]) -> None:
    _, _, folder = demo
    before = (folder / "public/index.html").stat().st_mtime_ns
    done = subprocess.run([*COMMAND, "demo", str(folder), "--no-serve"], capture_output=True, check=True)
    assert b"password:" in done.stdout
    assert (folder / "public/index.html").stat().st_mtime_ns == before

"""Taking down, with the real server and worker: gone everywhere at once, said at its addresses, and put back whole."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live_desk import LiveDesk, make_archive, publishing_held_up, run, served, wait_until
from tests.record_files import png

REASON = "At the wish of the photographer."
NOTE = "Letter of 3 May, in the blue folder."
POSTER = """---
medium: image
title: {en: A poster for withdrawal, ru: Плакат}
date: 1956
former_slugs: [placard]
legacy_addresses: [/old/poster.php, /old/poster/]
rights: {statement: CC0-1.0}
canvases: [{file: sheet.png, alt: {en: Words that only it has}}]
---
Described in words that only it has.
"""


@pytest.fixture(scope="module")
def desk(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveDesk]:
    folder = tmp_path_factory.mktemp("live")
    portable = shutil.copytree(repository / "tests/archive", folder / "portable")
    for slug in ("poster", "twin"):
        (portable / "sources" / slug).mkdir()
        words = POSTER if slug == "poster" else POSTER.replace("[placard]", "[]").replace("/old/", "/older/")
        (portable / "sources" / slug / "source.md").write_text(words, encoding="utf-8")
        (portable / "sources" / slug / "sheet.png").write_bytes(png(600, 400))
    with served(make_archive(folder / "archive", portable), "--workers", "2") as desk:
        yield desk


def addresses_of(desk: LiveDesk, slug: str) -> set[str]:
    """All addresses below `public/` that have the slug in them, and those that lead there."""
    public = desk.folder / "public"
    found = set()
    for path in public.rglob("*"):
        name = path.relative_to(public).as_posix()
        if path.is_file() and not name.endswith((".gz", ".br", ".to", ".gone")):
            leads = path.with_name(f"{path.name}.to")
            if f"sources/{slug}/" in name or (leads.exists() and f"/sources/{slug}/" in leads.read_text()):
                found.add("/" + name.removesuffix("index.html"))
    return found


def form_of(desk: LiveDesk, title: str) -> str:
    page = desk.get("/admin/snippets/sources/source/?q=" + title.replace(" ", "+")).decode()
    key = page.partition('href="/admin/snippets/sources/source/edit/')[2].partition('/"')[0]
    return f"/admin/snippets/sources/source/unpublish/{key}/"


def gone(desk: LiveDesk, addresses: set[str]) -> None:
    for address in addresses:
        answer = desk.ask(address)
        assert answer.status == 410, address
        assert REASON in answer.body.decode(), address
        assert b"only it has" not in answer.body
        assert b"noindex" in answer.body


def nowhere_on_disk(desk: LiveDesk, but: str) -> list[Path]:
    """Published files that still tell of the poster."""
    files = [path for path in (desk.folder / "public").rglob("*") if path.is_file() and but not in str(path)]
    return [path for path in files if b"only it has" in path.read_bytes()]


def test_it_is_gone_at_once_and_comes_back_whole(desk: LiveDesk) -> None:
    wait_until(desk.worker)
    twin = addresses_of(desk, "twin")
    addresses = addresses_of(desk, "poster") | {"/old/poster.php"}
    assert len(addresses) >= 10
    assert {"/ru/sources/poster/", "/sources/placard/", "/sources/poster/record.json"} <= addresses
    before = {address: desk.ask(address).body for address in addresses}
    # Twice, so that both processes keep them in memory.
    assert {desk.ask(address).status for address in addresses} <= {200, 301}
    form = form_of(desk, "poster for withdrawal")
    assert "Say why" in without_a_reason(desk, form)
    with publishing_held_up(desk.folder):
        told = desk.post(form, reason=REASON, note=NOTE).decode()
        assert "is withdrawn" in told
        gone(desk, addresses | {"/sources/poster/index.html"})
        at_once = {address: desk.ask(address).body for address in addresses}
        assert "Снято с публикации" in at_once["/ru/sources/poster/"].decode()
        assert not nowhere_on_disk(desk, "sources/twin")
        assert {desk.ask(address).status for address in twin} <= {200, 301}
    number = desk.latest_work()
    wait_until(lambda: desk.figures(number)["over"])
    gone(desk, addresses)
    assert {address: desk.ask(address).body for address in addresses} == at_once, "as it is baked"
    assert not nowhere_on_disk(desk, "sources/twin")
    assert not [path for path in (desk.folder / "access").rglob("*") if "taken-down/" in str(path)]
    assert (
        "/sources/poster/" not in desk.ask("/sitemap.xml").body.decode() + desk.ask("/feed.xml").body.decode()
    )
    assert desk.ask("/sources/twin/sheet.png.480.webp").status == 200

    listed = desk.get("/admin/withdrawn/").decode()
    assert REASON in listed
    assert NOTE in listed
    assert NOTE not in "".join(desk.ask(address).body.decode() for address in addresses)
    run(desk.folder, "publish", "--full")
    gone(desk, addresses)
    desk.post("/admin/withdrawn/back/", listed.encode(), of="source:poster")
    number = desk.latest_work()
    wait_until(lambda: desk.figures(number)["over"])
    for address in addresses:
        answer = desk.ask(address)
        assert answer.status in (200, 301), address
        if address not in ("/feed.xml", "/sources/poster/record.json"):
            assert answer.body == before[address], address


def without_a_reason(desk: LiveDesk, form: str) -> str:
    try:
        return desk.post(form, reason=" ").decode()
    except OSError as error:
        return error.read().decode()  # type: ignore[attr-defined,no-any-return]


_KILLED = """
import os, signal, sys
from pathlib import Path
from sourcebook.web.desk import configure
configure(Path(sys.argv[1]))
from django.db import transaction
from sourcebook.publishing.actions import ask_to_withdraw
with transaction.atomic():
    # Called in the order of asking: the log is written by then, and nothing else is.
    transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))
    ask_to_withdraw(["source:twin"], reason=sys.argv[2])
"""


def test_what_was_killed_before_it_took_anything_down_is_finished_by_the_next_server(desk: LiveDesk) -> None:
    addresses = addresses_of(desk, "twin")
    with publishing_held_up(desk.folder):
        killed = subprocess.run([sys.executable, "-c", _KILLED, str(desk.folder), REASON])
        assert killed.returncode == -signal.SIGKILL
        assert desk.ask("/sources/twin/").status == 200
        with served(desk.folder, "--no-work") as another:
            wait_until(lambda: another.ask("/sources/twin/").status == 410)
            gone(another, addresses)
            gone(desk, addresses)
    run(desk.folder, "publish", "source:twin")
    assert {desk.ask(address).status for address in addresses} <= {200, 301}


def test_the_command_line_takes_down_while_the_worker_is_busy(desk: LiveDesk) -> None:
    wait_until(desk.worker)
    addresses = addresses_of(desk, "twin")
    run(desk.folder, "withdraw", "source:twin", "--reason", REASON)
    gone(desk, addresses)
    assert (
        not list((desk.folder / "access").glob("*/*/480.webp"))
        or desk.ask("/sources/poster/sheet.png.480.webp").status == 200
    )
    run(desk.folder, "publish", "source:twin")
    assert {desk.ask(address).status for address in addresses} <= {200, 301}

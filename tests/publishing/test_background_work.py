"""Work in the background, with the real server and its real worker: told, cut off, taken up again, tried again."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import COMMAND
from tests.live_desk import LiveDesk, is_alive, make_archive, publishing_held_up, run, served, wait_until


@pytest.fixture(scope="module")
def archive(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("live") / "archive", repository / "tests/archive")


@pytest.fixture(scope="module")
def desk(archive: Path) -> Iterator[LiveDesk]:
    with served(archive) as desk:
        yield desk


@contextmanager
def working(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker of its own, as beside another server."""
    with subprocess.Popen(
        [*COMMAND, "--archive", str(folder), "work"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def another_than(desk: LiveDesk, worker: int) -> int | None:
    found = desk.worker()
    return found if found != worker else None


def form_of(desk: LiveDesk, kind: str) -> str:
    """The form of the only thing of its kind."""
    begin = f'href="/admin/snippets/authorities/{kind}/edit/'
    page = desk.get(f"/admin/snippets/authorities/{kind}/").decode()
    return f"/admin/snippets/authorities/{kind}/edit/" + page.partition(begin)[2].partition('"')[0]


def publish_nagy(desk: LiveDesk, summary: str) -> bytes:
    changes: dict[str, Any] = {"summary__en": summary, "action-publish": "1"}
    address = form_of(desk, "person")
    return desk.post(address, None, **changes)


def test_a_click_is_answered_at_once_and_its_work_is_done_and_shown(desk: LiveDesk) -> None:
    wait_until(desk.worker)
    begun = time.monotonic()
    told = publish_nagy(desk, "Prime minister during the rising")
    clicked = time.monotonic() - begun
    assert b"<sb-work figures=" in told
    number = desk.latest_work()
    wait_until(lambda: desk.figures(number)["over"])
    assert b"Prime minister during the rising" in desk.ask("/people/imre-nagy/").body
    page = desk.get(f"/admin/work/{number}/").decode()
    assert page.count("sb-work-step--done") >= 4
    assert "sb-work-step--waiting" not in page
    assert "Nagy, Imre" in page
    assert "Asked for by ada" in page
    assert clicked < 20, "Even on a busy machine."


def test_a_worker_that_waits_takes_next_to_nothing(desk: LiveDesk) -> None:
    wait_until(lambda: desk.worker())
    process = desk.worker()

    def used() -> float:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    before = used()
    time.sleep(4)
    assert used() - before < 0.08


def test_many_clicks_are_one_run_of_the_steps(desk: LiveDesk) -> None:
    wait_until(desk.worker)
    with publishing_held_up(desk.folder):
        for count in range(4):
            publish_nagy(desk, f"Version {count}")
        last = desk.latest_work()
        assert desk.figures(last)["said"] == "Waiting"
    wait_until(lambda: desk.figures(last)["over"])
    assert b"Version 3" in desk.ask("/people/imre-nagy/").body
    assert "sb-work-step--done" in desk.get(f"/admin/work/{last}/").decode()


def test_work_that_a_killed_worker_left_is_taken_up_by_the_next(desk: LiveDesk) -> None:
    first = wait_until(desk.worker)
    with publishing_held_up(desk.folder):
        publish_nagy(desk, "After a crash")
        number = desk.latest_work()
        wait_until(lambda: desk.figures(number)["said"].startswith("In progress"))
        os.kill(first, signal.SIGKILL)
        second = wait_until(lambda: another_than(desk, first))
    assert second != first
    wait_until(lambda: desk.figures(number)["over"])
    assert b"After a crash" in desk.ask("/people/imre-nagy/").body


def test_a_failed_step_says_why_and_is_tried_again(desk: LiveDesk) -> None:
    wait_until(desk.worker)
    public = desk.folder / "public"
    kept = public.rename(public.with_name("kept"))
    public.write_text("a file where the folder should be")
    publish_nagy(desk, "Tried again")
    number = desk.latest_work()
    wait_until(lambda: desk.figures(number)["over"])
    page = desk.get(f"/admin/work/{number}/")
    assert b"could not read or write a file" in page
    assert b"Traceback" not in page
    public.unlink()
    kept.rename(public)
    desk.post(f"/admin/work/{number}/again/", page)
    wait_until(lambda: desk.figures(number)["said"] == "Done")
    assert b"Tried again" in desk.ask("/people/imre-nagy/").body


def test_the_command_line_and_the_worker_publish_one_after_the_other(desk: LiveDesk) -> None:
    wait_until(desk.worker)
    publish_nagy(desk, "From the desk")
    run(desk.folder, "publish", "--full")
    number = desk.latest_work()
    wait_until(lambda: desk.figures(number)["over"])
    assert b"From the desk" in desk.ask("/people/imre-nagy/").body


def time_passes(desk: LiveDesk, words: str) -> None:
    """Whatever is due tomorrow is due a minute ago."""
    with closing(sqlite3.connect(desk.folder / "desk.sqlite3", timeout=30)) as database, database:
        ago = (datetime.now(UTC) - timedelta(minutes=1)).strftime("%Y-%m-%d %H:%M:%S")
        assert database.execute(words.replace("AGO", f"'{ago}'")).rowcount == 1


TOMORROW = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")


def test_a_draft_goes_live_at_its_hour_and_what_is_published_stays_till_then(desk: LiveDesk) -> None:
    wait_until(desk.worker)
    run(desk.folder, "publish")
    before = desk.ask("/places/budapest/").body
    address = form_of(desk, "place")
    changes: dict[str, Any] = {"summary__en": "At its hour", "go_live_at": TOMORROW, "action-publish": "1"}
    desk.post(address, None, **changes)
    run(desk.folder, "publish", "--full")
    assert desk.ask("/places/budapest/").body == before
    time_passes(
        desk,
        "UPDATE wagtailcore_revision SET approved_go_live_at = AGO, content ="
        " json_set(content, '$.go_live_at', NULL) WHERE approved_go_live_at IS NOT NULL",
    )
    wait_until(lambda: b"At its hour" in desk.ask("/places/budapest/").body)


def test_what_is_published_until_an_hour_is_withdrawn_then(desk: LiveDesk) -> None:
    address = form_of(desk, "term")
    changes: dict[str, Any] = {"expire_at": TOMORROW, "action-publish": "1"}
    desk.post(address, None, **changes)
    number = desk.latest_work()
    wait_until(lambda: desk.figures(number)["over"])
    assert desk.ask("/glossary/workers-council/").status == 200
    time_passes(desk, "UPDATE authorities_authority SET expire_at = AGO WHERE expire_at IS NOT NULL")
    wait_until(lambda: desk.ask("/glossary/workers-council/").status == 410)
    assert b"time for which it was published is over" in desk.ask("/glossary/workers-council/").body


def test_without_a_worker_it_says_so_and_keeps_the_work_and_a_worker_ends_with_its_server(
    archive: Path, desk: LiveDesk
) -> None:
    worker = wait_until(desk.worker)
    desk.process.kill()
    desk.process.wait(timeout=30)
    wait_until(lambda: not is_alive(worker), 60)
    with served(archive, "--no-work") as alone:
        publish_nagy(alone, "Later")
        number = alone.latest_work()
        for page in (f"/admin/work/{number}/", "/admin/work/"):
            assert "Nothing is working in the background" in alone.get(page).decode()
        assert b"Later" not in alone.ask("/people/imre-nagy/").body
        with working(archive) as process:
            wait_until(lambda: alone.figures(number)["over"])
            assert b"Later" in alone.ask("/people/imre-nagy/").body
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=10) == 130

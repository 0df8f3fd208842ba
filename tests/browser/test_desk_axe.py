"""No barrier at the desk: axe-core over every form and page of ours, at a desk's width and at a phone's, in light and
in dark."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import COLOURS, LAYOUT, barriers
from tests.browser.desk import signed_in
from tests.live_desk import LiveDesk, make_archive, served

WAGTAILS_OWN = ("#w-minimap-toggle", ".sidebar-custom-branding")
"""Wagtail's button that unfolds its table of contents of a form, 23 pixels wide on a phone; and the uppermost link of
its menu, which it calls the dashboard whatever is written on it."""
PANEL = "[role=tabpanel]:not([hidden])"
LISTS = {
    "home": "/admin/",
    "list of sources": "/admin/snippets/sources/source/",
    "saved filters": "/admin/filters/",
    "keep a filter": "/admin/filters/add/?next=/admin/snippets/sources/source/%3Fq%3Dradio",
    "all work": "/admin/work/",
    "a piece of work": "/admin/work/1/",
    "report of the state": "/admin/reports/state/",
    "audit log": "/admin/reports/audit/",
    "imports": "/admin/accessions/",
    "withdrawn": "/admin/withdrawn/",
    "gate": "/admin/gate/?of=source:radio-speech",
    "new source": "/admin/snippets/sources/source/add/",
    "new event": "/admin/snippets/authorities/event/add/",
}


class Desk:
    """An administrator's browser, and where things are at this desk."""

    def __init__(self, page: Page, live: LiveDesk) -> None:
        self.page, self.live = page, live
        with sqlite3.connect(live.folder / "desk.sqlite3") as database:
            self.ask = database.execute

    def addresses(self) -> dict[str, str]:
        (source, identifier), *_ = self.ask("SELECT id, identifier FROM sources_source")
        (person,), *_ = self.ask("SELECT authority_ptr_id FROM authorities_person")
        (archive,), *_ = self.ask("SELECT page_ptr_id FROM subjects_archivepage")
        (year,), *_ = self.ask("SELECT page_ptr_id FROM subjects_yearpage")
        (subject,), *_ = self.ask("SELECT page_ptr_id FROM subjects_subjectpage")
        return {
            **LISTS,
            "source": f"/admin/snippets/sources/source/edit/{source}/",
            "history of a source": f"/admin/snippets/sources/source/history/{source}/",
            "withdraw": f"/admin/snippets/sources/source/unpublish/{source}/",
            "where used": f"/admin/uses/{identifier}/",
            "change many": f"/admin/change-many/?source={source}",
            "person": f"/admin/snippets/authorities/person/edit/{person}/",
            "new theme": f"/admin/pages/add/subjects/themepage/{archive}/",
            "archive": f"/admin/pages/{archive}/edit/",
            "year": f"/admin/pages/{year}/edit/",
            "subject": f"/admin/pages/{subject}/edit/",
        }

    def look(self, name: str) -> list[str]:
        """What is found on the page as it is, and on each of its tabs when it is open; it is loaded once."""
        found = self.in_every_light("body", phone=None)
        for tab in [tab for tab in self.page.get_by_role("tab").all() if tab.is_visible()][1:]:
            tab.click()
            # What stands around the tabs has been looked at.
            found += [f"{tab.inner_text()}, {one}" for one in self.in_every_light(PANEL, phone=LAYOUT)]
        return [f"{name}: {one}" for one in found]

    def in_every_light(self, within: str, phone: list[str] | None) -> list[str]:
        """At a desk in light and in dark, and on a phone, there by these rules alone."""
        found = []
        for width, scheme, rules in ((390, "light", phone), (1280, "dark", COLOURS), (1280, "light", None)):
            self.page.set_viewport_size({"width": width, "height": 1000})
            self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            where = f"{width}, {scheme}"
            found += [f"{where}: {one}" for one in barriers(self.page, within, WAGTAILS_OWN, rules)]
            if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                found.append(f"{where}: wider than the window")
        return found


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[LiveDesk]:
    folder = make_archive(tmp_path_factory.mktemp("axe") / "archive", repository / "tests/archive")
    with served(folder) as live:
        yield live


def test_no_page_of_the_desk_has_a_barrier(browser: Browser, live: LiveDesk) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{live.port}/admin/login/")
    found = Desk(page, live).look("sign-in")
    page.close()
    page = signed_in(browser, f"http://127.0.0.1:{live.port}", name="ada")
    desk = Desk(page, live)
    for name, address in desk.addresses().items():
        # As a phone has it: what a wide window had unfolded would stay so in a narrow one.
        page.set_viewport_size({"width": 390, "height": 1000})
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, (name, address)
        found += desk.look(name)
    page.context.close()
    assert not found


def test_the_pages_of_a_list_that_is_brought_have_no_barrier(browser: Browser, live: LiveDesk) -> None:
    page = signed_in(browser, f"http://127.0.0.1:{live.port}", name="ada")
    page.goto("/admin/accessions/")
    table = "title,date\nA letter,1956\nAnother,no date at all\n"
    page.set_input_files(
        "input[type=file]", {"name": "letters.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )
    page.get_by_role("button", name="Upload and try").click()
    page.wait_for_url(re.compile(r"/accessions/\d+/"))
    # The page loads itself anew when the trial is over.
    expect(page.get_by_role("main")).to_contain_text("no date at all", timeout=20_000)
    found = Desk(page, live).look("accession")
    page.context.close()
    assert not found

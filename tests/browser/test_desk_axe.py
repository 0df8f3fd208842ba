"""No barrier at the desk: axe-core over every form and page of ours, at a desk's width and at a phone's."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.barriers import barriers
from tests.browser.desk import signed_in
from tests.live_desk import LiveDesk, make_archive, served

WAGTAILS_OWN = ("#w-minimap-toggle", ".sidebar-custom-branding")
"""Wagtail's button that unfolds its table of contents of a form, 23 pixels wide on a phone; and the uppermost link of
its menu, which it calls the dashboard whatever is written on it."""
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
        """What is found on the page as it is, and on each of its tabs when it is open."""
        found = [f"{name}: {one}" for one in barriers(self.page, "body", WAGTAILS_OWN)]
        tabs = [tab for tab in self.page.get_by_role("tab").all() if tab.is_visible()]
        for tab in tabs[1:]:
            tab.click()
            found += [
                f"{name}, {tab.inner_text()}: {one}" for one in barriers(self.page, "body", WAGTAILS_OWN)
            ]
        wide = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        return [*found, *([f"{name}: wider than the window"] if wide else [])]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[LiveDesk]:
    folder = make_archive(tmp_path_factory.mktemp("axe") / "archive", repository / "tests/archive")
    with served(folder) as live:
        yield live


@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_of_the_desk_has_a_barrier(browser: Browser, live: LiveDesk, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 1000})
    page.goto(f"http://127.0.0.1:{live.port}/admin/login/")
    found = [f"sign-in: {one}" for one in barriers(page, "body")]
    page.close()
    page = signed_in(browser, f"http://127.0.0.1:{live.port}", width, name="ada")
    desk = Desk(page, live)
    for name, address in desk.addresses().items():
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, (name, address)
        page.wait_for_load_state("networkidle")
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
    page.wait_for_load_state("networkidle")
    found = Desk(page, live).look("accession")
    page.context.close()
    assert not found

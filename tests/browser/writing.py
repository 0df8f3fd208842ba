"""How one writes at the desk: blocks of an essay, windows in which something is chosen, files that are dropped."""

import base64

from playwright.sync_api import Locator, Page, expect

from tests.live_desk import wait_until


def window(page: Page) -> Locator:
    """The innermost that is open."""
    return page.locator("dialog.sb-window").last


def add_block(page: Page, name: str) -> Locator:
    """Put a block at the essay's end; the block."""
    stream = page.locator(".sb-essay")
    stream.locator(".c-sf-add-button").last.click()
    page.get_by_role("option", name=name, exact=True).click()
    return stream.locator("[data-streamfield-stream-container] > [data-streamfield-child]").last


def choose_source(page: Page, words: str) -> None:
    """Take the only one that these words find."""
    window(page).get_by_role("combobox").fill(words)
    expect(window(page).get_by_role("option")).to_have_count(1, timeout=20_000)
    page.keyboard.press("Enter")


def drop(page: Page, files: dict[str, bytes]) -> None:
    """Files let go over the drop zone, as from a folder's window."""
    given = [[name, base64.b64encode(data).decode()] for name, data in files.items()]
    transfer = page.evaluate_handle(
        """files => {
            const transfer = new DataTransfer();
            for (const [name, data] of files) {
                transfer.items.add(new File([Uint8Array.from(atob(data), letter => letter.charCodeAt(0))], name));
            }
            return transfer;
        }""",
        given,
    )
    page.dispatch_event("sb-files", "drop", {"dataTransfer": transfer})


def choose_deed(page: Page, deed: str) -> None:
    """One of the deeds below the form, sent by the button itself or from the menu beside it."""
    page.get_by_role("button", name="More actions").click()
    button, link = (page.get_by_role(role, name=deed, exact=True) for role in ("button", "link"))
    with page.expect_navigation():
        button.or_(link).last.click()


def comes_to_read(page: Page, address: str, status: int = 200) -> None:
    """Go to an address again and again until it answers so: what is published comes in the background."""

    def asked() -> bool:
        answer = page.goto(address)
        return answer is not None and answer.status == status

    wait_until(asked)

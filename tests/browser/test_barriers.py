"""What is looked for in the desk's pages is found, wherever they are scrolled to."""

import pytest
from playwright.sync_api import Browser

from tests.browser.barriers import barriers

PAGE = """<main style="height:400px;overflow:auto">
<div style="position:sticky;top:0;z-index:9;height:50px"><button style="width:6rem;height:50px">Bold</button></div>
<div style="height:900px"></div>{buttons}<div style="height:3000px"></div></main>"""
BUTTON = '<button style="display:block;margin:0;padding:0;border:0;width:6rem;height:{height}px">One</button>'


@pytest.mark.parametrize(("height", "told"), [(28, 0), (12, 1)])
def test_a_button_is_too_small_only_where_it_is_so_in_the_middle_too(
    browser: Browser, height: int, told: int
) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 720})
    buttons = BUTTON.format(height=height) * 2
    page.set_content(PAGE.format(buttons=buttons))
    # From far below the bar to half under it.
    for place in range(850, 900 + height // 2, 7):
        page.evaluate(f"document.querySelector('main').scrollTop = {place}")
        assert len(barriers(page)) == told, place
    page.close()

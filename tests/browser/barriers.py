"""What keeps somebody out: the violations that axe-core finds and holds to be serious or critical."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "frontend/node_modules/axe-core/axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND = "([where, rules]) => axe.run(where, {resultTypes: ['violations'], runOnly: rules})"


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def barriers(page: Page, within: str = "main", without: tuple[str, ...] = ()) -> list[str]:
    """A line for each rule that is broken, with the first element that breaks it."""
    page.evaluate(_axe())
    # What is still unfolding is measured as smaller than it will be.
    page.wait_for_function("!(window.jQuery && jQuery(':animated').length)")
    found = page.evaluate(FIND, [{"include": [[within]], "exclude": [[one] for one in without]}, WCAG])
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]

"""What keeps somebody out: the violations that axe-core finds and holds to be serious or critical."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "frontend/node_modules/axe-core/axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that may be broken in the dark alone; and those in which the width of the window has a part."""
LAYOUT = [*COLOURS, "target-size", "scrollable-region-focusable", "aria-hidden-focus"]
FIND = """([where, only]) => {
    // What is still unfolding is smaller than it will be, and a colour on its way to another is neither.
    if (window.jQuery) jQuery(':animated').finish();
    for (const moving of document.getAnimations())
        if (moving.effect.getComputedTiming().endTime < Infinity) moving.finish();
    return axe.run(where, {resultTypes: ['violations'], runOnly: only});
}"""


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def barriers(
    page: Page, within: str = "main", without: tuple[str, ...] = (), rules: list[str] | None = None
) -> list[str]:
    """A line for each rule that is broken, with the first element that breaks it; WCAG's, where none are named."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": WCAG}
    where = {"include": [[within]], "exclude": [[one] for one in without]}
    found = page.evaluate(FIND, [where, only])
    violations = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
    return [
        f"{one['id']}: {node['html'][:200]}"
        for one in violations
        if (node := next((node for node in one["nodes"] if _stays(page, one["id"], node["target"][0])), None))
    ]


def _stays(page: Page, rule: str, selector: str) -> bool:
    """Whether it is broken in the middle of the window too: at its edge a bar may cover half of it."""
    if rule != "target-size":
        return True
    page.locator(selector).evaluate("one => one.scrollIntoView({block: 'center', behavior: 'instant'})")
    found = page.evaluate(FIND, [selector, {"type": "rule", "values": [rule]}])
    return bool(found["violations"])

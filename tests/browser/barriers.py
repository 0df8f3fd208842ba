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
    for pause in (250, 1000, None):
        found = page.evaluate(FIND, [where, only])
        violations = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
        if not violations or pause is None:
            break
        # Scripts of a slow page may still be laying it out; what keeps somebody out is there a second later too.
        page.wait_for_timeout(pause)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in violations]

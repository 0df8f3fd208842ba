"""Two timelines in one form: what happened here on the left of the line, what was done from above on the right."""

from dataclasses import dataclass
from html import escape
from typing import Any

import yaml
from look import HERE, page


@dataclass(frozen=True)
class Timeline:
    """The words of `days.yaml` under one name, in English and Russian."""

    words: dict[str, Any]
    WIDTH: int = 1800

    @property
    def HEIGHT(self) -> int:  # noqa: N802
        return int(self.words["height"])

    def draw(self) -> str:
        title, left, right, note = (self.words[key] for key in ("title", "left", "right", "note"))
        body = (
            f"<header><h1>{escape(title['en'])}<span>{escape(title['ru'])}</span></h1>"
            f'<div class="rule"></div></header><main><div class="heads">{_words(left)}<p></p>{_words(right)}</div>'
            f"{''.join(map(_row, self.words['moments']))}</main>"
            f'<footer class="small">{escape(note["en"])}<br>{escape(note["ru"])}</footer>'
        )
        return page("days", body, self.WIDTH, self.HEIGHT)


def timelines() -> dict[str, Timeline]:
    words = yaml.safe_load((HERE / "days.yaml").read_text(encoding="utf-8"))
    return {name: Timeline(timeline) for name, timeline in words.items()}


def _row(moment: dict[str, Any]) -> str:
    when, aside = moment["when"], _words(moment.get("aside"))
    return (
        f'<section><div class="left">{_words(moment.get("left"))}</div>'
        f'<div class="when">{escape(when["en"])}<i>{escape(when["ru"])}</i></div>'
        f'<div class="right">{_words(moment.get("right"))}{aside and f"<div class=aside>{aside}</div>"}</div></section>'
    )


def _words(words: dict[str, str] | None) -> str:
    return f"<p>{escape(words['en'])}<i>{escape(words['ru'])}</i></p>" if words else ""

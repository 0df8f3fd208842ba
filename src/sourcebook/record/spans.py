"""Spans: addresses inside a source, citable for ever (W3C Media Fragments for regions and times).

`source:slug#p12` a passage · `source:slug#p12--p14` a run of passages · `source:slug#xywh=2:120,80,600,400` a
region of canvas 2, in pixels · `source:slug#t=63.2,71` a stretch of time, in seconds.
"""

import re
from typing import Literal

from sourcebook.errors import SourcebookError
from sourcebook.record.parts import Part
from sourcebook.record.source import Source
from sourcebook.record.text import PASSAGE_KEY, Passage, TextVersion
from sourcebook.sentences import Counted, Sentence

_REGION = re.compile(r"xywh=(?:(\d+):)?(\d+),(\d+),(\d+),(\d+)", re.ASCII)
_NUMBER = r"\d+(?:\.\d+)?"
_TIME = re.compile(rf"t=({_NUMBER})?(?:,({_NUMBER}))?", re.ASCII)
_PASSAGES = re.compile(rf"({PASSAGE_KEY})(?:--({PASSAGE_KEY}))?", re.ASCII)
LONGEST = 200


class SpanError(SourcebookError, ValueError):
    """A fragment that is no span, or a span that is not in its source; the message says which and why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class PassageSpan(Part, frozen=True, kw_only=True):
    """One passage or a run of them, in whichever version: keys are the same in all."""

    first: str
    last: str = ""

    def __str__(self) -> str:
        return f"{self.first}--{self.last}" if self.last else self.first


class RegionSpan(Part, frozen=True, kw_only=True):
    """A rectangle on a canvas, in pixels of its file, from the upper left corner."""

    canvas: int = 1
    x: int
    y: int
    width: int
    height: int

    def __str__(self) -> str:
        return f"xywh={self.canvas}:{self.x},{self.y},{self.width},{self.height}"


class TimeSpan(Part, frozen=True, kw_only=True):
    """A stretch of a recording, in seconds; without an end it runs to the end."""

    start: float
    end: float | None = None

    def __str__(self) -> str:
        return f"t={self.start:.12g}" + (f",{self.end:.12g}" if self.end is not None else "")


Span = PassageSpan | RegionSpan | TimeSpan
SpanKind = Literal["passage", "region", "time"]


def parse_span(fragment: str) -> Span:
    """Read what stands after `#`; a `SpanError` where it is none of the three forms."""
    if len(fragment) > LONGEST:
        raise SpanError(Sentence("“{fragment}…” is too long for a span.", fragment=fragment[:40]))
    if match := _REGION.fullmatch(fragment):
        canvas, x, y, width, height = (int(part) if part else 1 for part in match.groups())
        if canvas and width and height:
            return RegionSpan(canvas=canvas, x=x, y=y, width=width, height=height)
        raise SpanError(
            Sentence(
                "“{fragment}” is an empty region: width, height and canvas count from 1.", fragment=fragment
            )
        )
    if (match := _TIME.fullmatch(fragment)) and fragment != "t=":
        start, end = (float(part) if part else None for part in match.groups())
        if end is not None and end <= (start or 0.0):
            raise SpanError(Sentence("“{fragment}” ends before it starts.", fragment=fragment))
        return TimeSpan(start=start or 0.0, end=end)
    if match := _PASSAGES.fullmatch(fragment):
        return PassageSpan(first=match[1], last=match[2] or "")
    raise SpanError(
        Sentence(
            "“{fragment}” is no span: write a passage (p12), a region (xywh=1:x,y,width,height) "
            "or a time in seconds (t=63.2,71).",
            fragment=fragment,
        )
    )


def resolve_passages(version: TextVersion, span: PassageSpan) -> tuple[Passage, ...]:
    """The passages a span names in one version, in order; empty where the version has none of them."""
    keys = [passage.key for passage in version.passages]
    if span.first not in keys or (span.last and span.last not in keys):
        return ()
    start = keys.index(span.first)
    end = keys.index(span.last) if span.last else start
    return version.passages[start : end + 1]


def check_span(source: Source, span: Span) -> None:
    """A `SpanError` where the span is not inside this source."""
    if isinstance(span, PassageSpan):
        if not any(resolve_passages(version, span) for version in source.texts):
            raise SpanError(Sentence("{source} has no passage “{span}”.", source=source.reference, span=span))
        return
    files = {file.name: file for file in source.files}
    if isinstance(span, RegionSpan):
        if span.canvas > len(source.canvases):
            raise SpanError(
                Counted(
                    "{source} has one canvas, no canvas {canvas}.",
                    "{source} has {number} canvases, no canvas {canvas}.",
                    len(source.canvases),
                    source=source.reference,
                    canvas=span.canvas,
                )
            )
        file = files.get(source.canvases[span.canvas - 1].file)
        width, height = (file and file.width) or 0, (file and file.height) or 0
        if width and height and (span.x + span.width > width or span.y + span.height > height):
            raise SpanError(
                Sentence(
                    "“{span}” leaves its canvas, which is {width} × {height} pixels.",
                    span=span,
                    width=width,
                    height=height,
                )
            )
        return
    length = max((file.duration or 0.0 for file in source.files), default=0.0)
    if not length:
        raise SpanError(
            Sentence(
                "{source} is no recording, so it has no second {start}.",
                source=source.reference,
                start=f"{span.start:g}",
            )
        )
    if max(span.start, span.end or 0.0) > length + 0.5:
        raise SpanError(
            Sentence(
                "“{span}” lies after the end: the recording lasts {length} seconds.",
                span=span,
                length=f"{length:.1f}",
            )
        )

"""Where a span of a source is found on its page."""

from sourcebook.record.spans import PassageSpan, RegionSpan, SpanError, parse_span

RECORDING = "_recording"


def canvas_anchor(number: int) -> str:
    return f"_canvas-{number}"


def anchor(fragment: str) -> str:
    """From a span (without `#`) to the end of an address: passages have ids of their own, regions their canvas's."""
    if not fragment:
        return ""
    try:
        span = parse_span(fragment)
    except SpanError:
        return ""
    if isinstance(span, PassageSpan):
        return f"#{span.first}"
    if isinstance(span, RegionSpan):
        return f"#{canvas_anchor(span.canvas)}"
    return f"#{RECORDING}"

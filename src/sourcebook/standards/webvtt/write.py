"""From passages to WebVTT, for players and for the portable archive."""

from collections.abc import Sequence

from sourcebook.record import Passage
from sourcebook.standards.webvtt.payload import write_payload
from sourcebook.standards.webvtt.timing import stamp

UNENDED = 5.0
"""Seconds that a last passage without an end is shown."""


def write_webvtt(passages: Sequence[Passage], note: str = "") -> str:
    """A file whose cues are the passages that have a start; `note` is a comment, given without empty lines."""
    timed = [passage for passage in passages if passage.start is not None]
    blocks = ["WEBVTT"]
    if note:
        blocks.append(f"NOTE sourcebook\n{note.strip()}")
    for passage, following in zip(timed, [*timed[1:], None], strict=True):
        start = passage.start or 0.0
        later = (
            following.start if following and following.start and following.start > start else start + UNENDED
        )
        end = passage.end if passage.end is not None and passage.end > start else later
        payload = write_payload(passage.speaker, passage.text)
        blocks.append(f"{passage.key}\n{stamp(start)} --> {stamp(end)}\n{payload}".rstrip())
    return "\n\n".join(blocks) + "\n"

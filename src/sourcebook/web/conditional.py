"""Conditional requests (RFC 9110, section 13): what a reader has already need not be sent again."""

from email.utils import formatdate, parsedate_to_datetime
from enum import Enum
from time import time
from typing import Protocol


class Headers(Protocol):
    """What we need of a request's headers; names are in lower case."""

    def get(self, key: str, /) -> str | None:
        """The first value of a header."""


class Verdict(Enum):
    """What the conditions of a request come to."""

    SEND = 200
    NOT_MODIFIED = 304
    FAILED = 412


def http_date(seconds: float) -> str:
    """A moment as HTTP writes it, to the second: `Sat, 25 Feb 1956 10:00:00 GMT`."""
    return formatdate(seconds, usegmt=True)


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError):
        return None


def _matches(listed: str, etag: str, *, weakly: bool) -> bool:
    """Whether an entity tag is in a list of them; our tags hold no comma, so a plain split finds them."""
    if listed.strip() == "*":
        return True
    tags = (tag.strip() for tag in listed.split(","))
    return any((tag.removeprefix("W/") if weakly else tag) == etag for tag in tags)


def verdict(headers: Headers, etag: str, modified: int) -> Verdict:
    """Weigh the conditions in the order of section 13.2.2, against a strong tag and whole seconds since 1970.

    A date that cannot be read is as good as none.
    """
    if (if_match := headers.get("if-match")) is not None:
        if not _matches(if_match, etag, weakly=False):
            return Verdict.FAILED
    elif (since := headers.get("if-unmodified-since")) is not None:
        moment = _seconds(since)
        if moment is not None and modified > moment:
            return Verdict.FAILED
    if (if_none_match := headers.get("if-none-match")) is not None:
        known = if_none_match == etag or _matches(if_none_match, etag, weakly=True)
        return Verdict.NOT_MODIFIED if known else Verdict.SEND
    if (since := headers.get("if-modified-since")) is not None:
        moment = _seconds(since)
        if moment is not None and modified <= moment:
            return Verdict.NOT_MODIFIED
    return Verdict.SEND


def range_holds(headers: Headers, etag: str, modified: int) -> bool:
    """Whether If-Range, where it is given, still speaks of this very file, so that a part may be sent.

    A date tells two states of a file apart only once its second is over.
    """
    condition = headers.get("if-range")
    if condition is None:
        return True
    if condition.startswith('"'):
        return condition == etag
    return condition == http_date(modified) and time() - modified > 1

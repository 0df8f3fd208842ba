"""Timestamps and the timing line of a cue."""

import re

_STAMP = r"(?:(\d+):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_STAMP}\s+-->\s+{_STAMP}(\s.*)?", re.ASCII)


def read_timing(line: str) -> tuple[float, float] | None:
    """Start and end in seconds; None when the line is none. Settings are passed over, lax digits are understood."""
    match = _TIMING.fullmatch(line)
    if match is None:
        return None
    parts = [part or "0" for part in match.groups()[:8]]
    return _seconds(parts[:4]), _seconds(parts[4:])


def stamp(seconds: float) -> str:
    """`01:02:03.450`; hours are always written."""
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _seconds(parts: list[str]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    return float(f"{whole}.{fraction.ljust(3, '0')}")

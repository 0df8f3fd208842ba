"""Letters that Markdown would take for its own are written so that they stay letters (CommonMark 2.4)."""

import re

_ANYWHERE = re.compile(r"([\\`*_\[\]<|~])|&(?=#?\w{1,32};)")
_AT_START = re.compile(r"(?:#{1,6}(?= |$)|[-+](?= |$)|[>={:]|-{2,}|\d{1,9}(?=[.)](?: |$)))", re.ASCII)
_CALL_AT_START = re.compile(r"\[\^[A-Za-z0-9_.-]+\](?=:)")


def escape(text: str) -> str:
    """Text as it stands within a line."""
    return _ANYWHERE.sub(lambda match: "\\" + match[0], text)


def escape_start(line: str) -> str:
    """A line of Markdown whose first letters were words, not the mark of a list, a heading or a note."""
    if match := _CALL_AT_START.match(line):
        return f"{match[0]}\\{line[match.end() :]}"
    if match := _AT_START.match(line):
        at = match.end() if match[0][0].isdigit() else 0
        return f"{line[:at]}\\{line[at:]}"
    return line

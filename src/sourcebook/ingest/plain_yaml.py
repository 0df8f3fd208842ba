"""YAML in which every scalar is text, read with the line of every value; anchors and keys written twice are refused."""

from typing import Any

import yaml
from django.utils.translation import gettext
from yaml._yaml import CEmitter, CParser
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver

from sourcebook.errors import SourcebookError

Path = tuple[str | int, ...]
"""Where a value stands: `("names", 0, "text")`."""

DEEPEST = 20
_SHORT = 90


class PlainYamlError(SourcebookError, ValueError):
    """A text that is not such YAML; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read_yaml(text: str, first_line: int = 1) -> tuple[Any, dict[Path, int]]:
    """Text, lists and dicts, and the line of each; a key with nothing after it is left out, no text at all is `{}`."""
    lines: dict[Path, int] = {}
    try:
        events = CParser(text)
        events.get_event()
        if isinstance(events.peek_event(), yaml.StreamEndEvent):
            return {}, lines
        events.get_event()
        value = _value(events, (), lines, first_line)
        events.get_event()
        more = events.get_event()
        if not isinstance(more, yaml.StreamEndEvent):
            raise PlainYamlError(
                gettext("A second document begins here; one is expected."), _line(more, first_line)
            )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise PlainYamlError(_sentence(error), first_line + (mark.line if mark else 0)) from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        raise PlainYamlError(
            gettext("A control character stands here; take it out."), first_line + before.count("\n")
        ) from error
    return value, lines


def write_yaml(value: Any) -> str:
    """Text for text, lists and dicts; short lists of text and short fields of list items stand on one line."""
    return str(yaml.dump(value, Dumper=_Dumper))


def _sentence(error: yaml.MarkedYAMLError) -> str:
    problem = str(error.problem or gettext("it breaks off"))
    return gettext(
        "This is not YAML: “%(problem)s”. Words with “: ”, “#”, “@” or quotation marks go between double quotes."
    ) % {"problem": problem}


def _line(event: Any, first_line: int) -> int:
    return first_line + int(event.start_mark.line)


def _value(events: Any, path: Path, lines: dict[Path, int], first_line: int) -> Any:
    event = events.get_event()
    lines[path] = _line(event, first_line)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise PlainYamlError(
            gettext("Anchors (&) and aliases (*) are not used here; write the words out."), lines[path]
        )
    if len(path) > DEEPEST:
        raise PlainYamlError(gettext("The lists are nested too deeply."), lines[path])
    if isinstance(event, yaml.ScalarEvent):
        return event.value if event.value or event.style else None
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Any] = []
        while not isinstance(events.peek_event(), yaml.SequenceEndEvent):
            item = _value(events, (*path, len(items)), lines, first_line)
            items.append("" if item is None else item)
        events.get_event()
        return items
    fields: dict[str, Any] = {}
    while not isinstance(events.peek_event(), yaml.MappingEndEvent):
        key_event = events.get_event()
        line = _line(key_event, first_line)
        if not isinstance(key_event, yaml.ScalarEvent):
            raise PlainYamlError(gettext("A key is a word; this one is not."), line)
        key = key_event.value
        if (*path, key) in lines:
            raise PlainYamlError(
                gettext("“%(key)s” stands twice, first in line %(part)s.")
                % {"key": key, "part": lines[*path, key]},
                line,
            )
        item = _value(events, (*path, key), lines, first_line)
        lines[(*path, key)] = line
        if item is not None:
            fields[key] = item
    events.get_event()
    return fields


class _Dumper(CEmitter, SafeRepresenter, BaseResolver):
    """Writes text plain wherever it reads back as the same text."""

    def __init__(self, stream: Any, **_: Any) -> None:
        CEmitter.__init__(self, stream, width=110, allow_unicode=True)
        SafeRepresenter.__init__(self, default_flow_style=False, sort_keys=False)
        BaseResolver.__init__(self)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    style = "'" if not text else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _is_short(values: Any) -> bool:
    texts = list(values)
    return all(isinstance(text, str) and "\n" not in text for text in texts) and sum(map(len, texts)) < _SHORT


def _list(dumper: _Dumper, items: list[Any]) -> yaml.Node:
    node = dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=_is_short(items))
    for item, child in zip(items, node.value, strict=True):
        if isinstance(item, dict):
            child.flow_style = _is_short([*item.keys(), *item.values()])
    return node


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)

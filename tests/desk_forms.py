"""The editor's forms as a browser sends them: every input as it stands."""

import json
from typing import Any

from django.test import Client
from lxml import html


def fields_of(page: bytes) -> dict[str, list[str]]:
    """The names and values of the inputs of the form that edits a thing."""
    tree: Any = html.fromstring(page.decode())
    forms = [
        one
        for one in tree.forms
        if one.method == "POST" and "edit-form" in (one.get("class") or one.get("id") or "")
    ]
    (found,) = forms or [max(tree.forms, key=lambda one: len(one.inputs.keys()))]
    fields: dict[str, list[str]] = {}
    for field in found.xpath(".//input|.//select|.//textarea"):
        name, kind = field.get("name"), field.get("type", "")
        if not name or "__prefix__" in name or kind in ("submit", "button", "file"):
            continue
        if kind in ("checkbox", "radio") and field.get("checked") is None:
            continue
        if field.tag == "select":
            chosen = field.xpath(".//option[@selected]") or field.xpath(".//option")[:1]
            fields.setdefault(name, []).extend(option.get("value", option.text or "") for option in chosen)
        elif field.tag == "textarea":
            # HTML drops one line end at the beginning; a browser sends the others as CR LF.
            text = field.text or ""
            fields.setdefault(name, []).append(text.removeprefix("\n").replace("\n", "\r\n"))
        else:
            fields.setdefault(name, []).append(field.get("value", ""))
    for block in found.xpath(".//*[@data-block]"):
        state, _error = json.loads(block.get("data-w-block-arguments-value"))
        if "__prefix__" not in block.get("id"):
            _add_block(fields, block.get("id"), state)
    return fields


def _add_block(fields: dict[str, list[str]], name: str, state: Any) -> None:
    """What Wagtail's script makes of a block: streams and lists are counted, the parts of a struct have names."""
    if isinstance(state, dict):
        for key, value in state.items():
            _add_block(fields, f"{name}-{key}", value)
    elif isinstance(state, list) and state and isinstance(state[0], str):
        # What is chosen in a list.
        fields[name] = state
    elif isinstance(state, list):
        fields[f"{name}-count"] = [str(len(state))]
        for number, child in enumerate(state):
            row = f"{name}-{number}"
            fields |= {
                f"{row}-deleted": [""],
                f"{row}-order": [str(number)],
                f"{row}-id": [child["id"] or ""],
            }
            fields[f"{row}-type"] = [child.get("type", "item")]
            _add_block(fields, f"{row}-value", child["value"])
    else:
        fields[name] = [str(state or "").replace("\r\n", "\n").replace("\n", "\r\n")]


def submit(client: Client, address: str, **changes: Any) -> Any:
    """Open a form, change some inputs, send it."""
    page = client.get(address)
    assert page.status_code == 200, page.content[:500]
    fields = fields_of(page.content)
    fields.update({name: [value] for name, value in changes.items()})
    return client.post(address, fields)

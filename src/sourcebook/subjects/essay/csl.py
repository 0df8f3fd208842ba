"""Reading CSL-JSON, as Zotero and other reference managers write it."""

from typing import Any

import msgspec
from django.utils.translation import gettext as _

from sourcebook.errors import SourcebookError
from sourcebook.record import CitedName, CitedWork

_PEOPLE = ("author", "editor", "translator")
_DATES = ("issued", "accessed")


class CslError(SourcebookError):
    """What was pasted is no CSL-JSON; the message says what to do."""


def read_csl(text: str) -> list[CitedWork]:
    """The works, without keys; variables that we do not keep (abstracts, tags) are left out."""
    try:
        items = msgspec.json.decode(text)
    except msgspec.MsgspecError as error:
        raise CslError(
            _("This is no CSL JSON. In Zotero choose Export, then CSL JSON, and paste it whole.")
        ) from error
    if isinstance(items, dict):
        items = items.get("items", [items])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise CslError(_("CSL JSON is a list of works; this is something else."))
    return [_work(item) for item in items]


def _work(item: dict[str, Any]) -> CitedWork:
    fields: dict[str, Any] = {}
    for name in CitedWork.__struct_fields__:
        value = item.get(name.replace("_", "-"), item.get(name))
        if value is None or name == "id":
            continue
        if name in _PEOPLE:
            fields[name] = tuple(_name(one) for one in value if isinstance(one, dict))
        else:
            fields[name] = _date(value) if name in _DATES else " ".join(str(value).split())
    return CitedWork(id="", **fields)


def _name(one: dict[str, Any]) -> CitedName:
    particle = " ".join(
        str(one.get(name, "")) for name in ("dropping-particle", "non-dropping-particle")
    ).strip()
    family = f"{particle} {one.get('family', '')}".strip()
    if not family:
        return CitedName(literal=str(one.get("literal", one.get("given", ""))))
    given = " ".join(str(one[name]) for name in ("given", "suffix") if one.get(name))
    return CitedName(family=family, given=given)


def _date(value: Any) -> str:
    """EDTF, from date parts or from words."""
    if not isinstance(value, dict):
        return str(value)
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not all(isinstance(part, list) and part for part in parts):
        return str(value.get("literal", value.get("raw", "")))
    days = ["-".join(str(number).zfill(2 if at else 4) for at, number in enumerate(part)) for part in parts]
    return "/".join(days)

"""From what stands in front matter to the fields of a struct, each problem with the line where it stands."""

import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec
from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.folder.shapes import REFERENCE, Shape, fields_of
from sourcebook.ingest.folder.short_forms import DATE_FIELDS, long_date, long_statement
from sourcebook.ingest.plain_yaml import Path
from sourcebook.record import Name, Rights
from sourcebook.vocabulary.dates import HistoricalDate, understood
from sourcebook.vocabulary.errors import VocabularyError

Made = TypeVar("Made", bound=msgspec.Struct)

_AT = re.compile(r" - at `(?:key in )?\$(.*?)`$")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_WRONG = object()


class FieldReader:
    """Reads the fields of one file; what is wrong goes to the arrival."""

    def __init__(self, arrival: Arrival, shown: str, lines: dict[Path, int], language: str) -> None:
        self.arrival = arrival
        self.shown = shown
        self.lines = lines
        self.language = language
        self.wrong = False

    def make(
        self,
        struct: type[Made],
        written: dict[str, Any],
        given: dict[str, Any],
        path: Path = (),
        also: Collection[str] = (),
    ) -> Made | None:
        """The struct, from what is written and what is known already; None after at least one refusal.

        Fields that are `given` may not be written; keys that are read elsewhere are `also` allowed.
        """
        own = {key: value for key, value in written.items() if key not in also}
        values = self._fields(struct, own, path, forbidden=given)
        if self.wrong:
            return None
        builtins = {key: msgspec.to_builtins(value) for key, value in given.items()}
        try:
            return msgspec.convert({**values, **builtins, **self._tag(struct)}, struct, strict=False)
        except msgspec.ValidationError as error:
            self._explain(str(error), values, path)
            return None

    def problem(self, message: str, path: Path, advice: str = "") -> Any:
        """One refusal, at the line of a field or of the nearest thing around it."""
        self.wrong = True
        self.arrival.refuse(message, self.origin(path), advice=advice)
        return _WRONG

    def origin(self, path: Path) -> Origin:
        while path and path not in self.lines:
            path = path[:-1]
        return Origin(self.shown, self.lines.get(path, 0))

    @staticmethod
    def _tag(struct: type[msgspec.Struct]) -> dict[str, Any]:
        config = struct.__struct_config__
        return {config.tag_field: config.tag} if config.tag_field else {}

    def _fields(
        self,
        struct: type[msgspec.Struct],
        written: dict[str, Any],
        path: Path,
        forbidden: Collection[str] = (),
    ) -> dict[str, Any]:
        known = {name: shape for name, shape in fields_of(struct).items() if name not in forbidden}
        values: dict[str, Any] = {}
        for key, value in written.items():
            if key in forbidden:
                self.problem(
                    gettext("`%(key)s` is not written here: it comes from the folder or the text below.")
                    % {"key": key},
                    (*path, key),
                )
            elif key not in known:
                near = get_close_matches(key, known, n=1)
                meant = (
                    gettext("Did you mean `%(near)s`?") % {"near": near[0]}
                    if near
                    else gettext("The fields here are %(join)s.") % {"join": ", ".join(known)}
                )
                self.problem(gettext("There is no field `%(key)s` here.") % {"key": key}, (*path, key), meant)
            else:
                values[key] = self._value(known[key], value, (*path, key))
        return values

    def _value(self, shape: Shape, value: Any, path: Path) -> Any:
        name = f"`{path[-1]}`" if isinstance(path[-1], str) else f"Number {path[-1] + 1} of `{path[-2]}`"
        if shape.kind == "list":
            if not isinstance(value, list):
                return self.problem(
                    gettext("%(name)s is a list.") % {"name": name},
                    path,
                    gettext("Write `[one, two]`, or one `- item` a line."),
                )
            return [self._value(shape.item, item, (*path, number)) for number, item in enumerate(value)]
        if shape.kind == "words":
            return self._words(value, path, name)
        if shape.kind == "struct":
            return self._struct(shape.item, value, path, name)
        if not isinstance(value, str):
            return self.problem(gettext("%(name)s is text, no list or fields.") % {"name": name}, path)
        if shape.kind == "choice" and value not in shape.item:
            choices = ", ".join(filter(None, shape.item))
            return self.problem(
                gettext("%(name)s cannot be “%(value)s”.") % {"name": name, "value": value},
                path,
                gettext("Write one of %(choices)s.") % {"choices": choices},
            )
        if shape.kind == "number" and not re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", value, re.ASCII):
            return self.problem(
                gettext("%(name)s is a number, and “%(value)s” is none.") % {"name": name, "value": value},
                path,
            )
        if shape.is_reference and value and not re.fullmatch(REFERENCE, value):
            return self.problem(
                gettext("%(name)s cannot be “%(value)s”.") % {"name": name, "value": value},
                path,
                gettext("Write the kind and the slug, such as person:imre-nagy."),
            )
        return value.rstrip("\n")

    def _words(self, value: Any, path: Path, name: str) -> Any:
        if isinstance(value, str):
            return {self.language: value.rstrip("\n")}
        if isinstance(value, dict) and all(isinstance(words, str) for words in value.values()):
            return {language: words.rstrip("\n") for language, words in value.items()}
        return self.problem(
            gettext("%(name)s is text, or text by language.") % {"name": name},
            path,
            gettext("Write `{en: Report, ru: Доклад}`."),
        )

    def _struct(self, struct: type[msgspec.Struct], value: Any, path: Path, name: str) -> Any:
        if struct is HistoricalDate:
            return self._date(value, path, name)
        if struct is Name and isinstance(value, str):
            return {"text": value, "language": self.language}
        if struct is Rights and isinstance(value, str):
            value = {"statement": value}
        if not isinstance(value, dict):
            known = ", ".join(fields_of(struct))
            return self.problem(
                gettext("%(name)s has fields of its own.") % {"name": name},
                path,
                gettext("They are %(known)s.") % {"known": known},
            )
        fields = self._fields(struct, value, path)
        if struct is Rights and isinstance(fields.get("statement"), str) and fields["statement"]:
            try:
                fields["statement"] = long_statement(fields["statement"])
            except VocabularyError as error:
                return self.problem(str(error), path)
        return fields

    def _date(self, value: Any, path: Path, name: str) -> Any:
        fields = value if isinstance(value, dict) else {}
        if not isinstance(value, str | dict) or not all(isinstance(text, str) for text in fields.values()):
            return self.problem(gettext("%(name)s is a date in words, or its fields.") % {"name": name}, path)
        for key in fields:
            if key not in DATE_FIELDS:
                return self.problem(
                    gettext("There is no field `%(key)s` in a date.") % {"key": key},
                    (*path, key),
                    gettext("They are %(DATE)s.") % {"DATE": _DATE},
                )
        try:
            date = long_date(value)
        except VocabularyError as error:
            return self.problem(str(error), path)
        if not understood(date):
            self.arrival.notice(
                gettext(
                    "The date “%(as_written)s” is not understood; it is kept as written and has no place in time."
                )
                % {"as_written": date.as_written},
                self.origin(path),
                advice=gettext("Give its reading as `{as_written: …, edtf: …}`."),
            )
        return msgspec.to_builtins(date)

    def _explain(self, message: str, values: dict[str, Any], path: Path) -> None:
        """What msgspec alone finds: fields that are missing, forms and ranges."""
        where = _AT.search(message)
        steps = _STEP.findall(where[1]) if where else []
        inner = tuple(int(number) if number else name for name, number in steps)
        said = _AT.sub("", message)
        if missing := re.search(r"missing required field `(\w+)`", said):
            self.problem(
                gettext("`%(part)s` is missing.") % {"part": missing[1]},
                (*path, *inner),
                gettext("Write it."),
            )
            return
        value: Any = values
        for step in inner:
            value = value[step] if isinstance(value, list | dict) else value
        shown = f"“{value}” " if isinstance(value, str) else ""
        field = next((f"`{step}`: " for step in reversed(inner) if isinstance(step, str)), "")
        self.problem(
            gettext("%(value)scannot stand here: %(why)s.")
            % {"value": f"{field}{shown}", "why": f"{said[0].lower()}{said[1:]}"},
            (*path, *inner),
        )


_DATE = ", ".join(DATE_FIELDS[:4])

"""The form that says which column of a spreadsheet is which field."""

from pathlib import Path
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.csv.mapping import COLLECTION_BUILDER, FIELDS, Column
from sourcebook.ingest.csv.table import read_table

LABELS: dict[str, Any] = {
    "ignore": _("— not brought in —"),
    "key": _("key: the row’s own identifier"),
    "title": _("title"),
    "name": _("name of a person, organisation or place"),
    "part_of": _("part of: the key of another row"),
    "description": _("description"),
    "summary": _("summary, one line"),
    "date": _("date"),
    "approximate": _("whether the date is approximate"),
    "born": _("born or founded"),
    "died": _("died or dissolved"),
    "birth_place": _("place of birth"),
    "death_place": _("place of death"),
    "creator": _("who made it"),
    "keywords": _("keywords"),
    "place": _("place that it is about"),
    "latitude": _("latitude"),
    "longitude": _("longitude"),
    "repository": _("repository: where the original is"),
    "call_number": _("call number there"),
    "medium": _("medium"),
    "form": _("form, as in “Telegram”"),
    "language": _("language"),
    "rights": _("rights statement"),
    "rights_note": _("note on rights"),
    "file": _("file"),
    "link": _("link"),
    "alt": _("alternative text of the picture"),
    "transcript": _("transcript, or the file with it"),
    "identifier": _("identifier elsewhere"),
}
KINDS = [
    ("source", _("a source")),
    ("person", _("a person")),
    ("organisation", _("an organisation")),
    ("place", _("a place")),
]
SHORT = {"class": "sb-short"}


class SheetForm(forms.Form):
    """What holds for the whole spreadsheet."""

    kind = forms.ChoiceField(label=_("Each row is"), choices=KINDS)
    language = forms.CharField(
        label=_("Language of the words"), max_length=35, initial="en", help_text=_("As in “en”, “ru”.")
    )
    medium = forms.ChoiceField(
        label=_("Medium of all rows"),
        required=False,
        choices=[
            ("", _("as a column says")),
            ("text", _("text")),
            ("image", _("image")),
            ("audio", _("audio")),
            ("video", _("video")),
            ("object", _("object")),
        ],
    )
    encoding = forms.CharField(
        label=_("Encoding"),
        max_length=20,
        required=False,
        help_text=_("Only where letters came out wrong, as in “cp1251”."),
    )
    allow_missing = forms.BooleanField(label=_("Take records without their files"), required=False)


class ColumnForm(forms.Form):
    """One column."""

    field = forms.ChoiceField(
        label=_("is"), choices=[(name, LABELS.get(name, name)) for name in ("ignore", *FIELDS)]
    )
    separator = forms.CharField(
        label=_("Between several values"),
        max_length=5,
        required=False,
        widget=forms.TextInput(SHORT),
        strip=False,
    )
    role = forms.CharField(
        label=_("Role or scheme"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"class": "sb-medium"}),
    )

    def __init__(self, *args: Any, name: str, example: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name = name
        self.example = example

    def as_column(self) -> dict[str, str]:
        cleaned = self.cleaned_data
        column = {"field": cleaned["field"]}
        if cleaned["separator"]:
            column["separator"] = cleaned["separator"]
        if cleaned["role"] and cleaned["field"] in ("creator", "identifier"):
            column["scheme" if cleaned["field"] == "identifier" else "role"] = cleaned["role"]
        return column


class MappingForms:
    """The two together, bound or not; `options` is what an accession keeps."""

    def __init__(self, sheet: Path, options: dict[str, Any], data: Any = None) -> None:
        table = read_table(Arrival(), sheet, options.get("encoding") or None)
        mapping = options.get("mapping") or {}
        first = table.rows[0].cells if table and table.rows else {}
        self.sheet = SheetForm(
            data,
            initial={
                "kind": mapping.get("kind", "source"),
                "language": mapping.get("language", "en"),
                "medium": mapping.get("constants", {}).get("medium", ""),
                "encoding": options.get("encoding", ""),
                "allow_missing": options.get("allow_missing", False),
            },
        )
        self.columns = [
            ColumnForm(
                data,
                name=name,
                example=first.get(name, ""),
                prefix=f"c{number}",
                initial=_initial(name, mapping),
            )
            for number, name in enumerate(table.columns if table else ())
            if name
        ]

    def is_valid(self) -> bool:
        return all([self.sheet.is_valid(), *(column.is_valid() for column in self.columns)])

    def options(self) -> dict[str, Any]:
        said = self.sheet.cleaned_data
        mapping: dict[str, Any] = {
            "kind": said["kind"],
            "language": said["language"],
            "columns": {column.name: column.as_column() for column in self.columns},
        }
        if said["medium"]:
            mapping["constants"] = {"medium": said["medium"]}
        kept = {"encoding": said["encoding"], "allow_missing": said["allow_missing"]}
        # An encoding that was wrong has read wrong names of columns.
        return kept | ({"mapping": mapping} if "encoding" not in self.sheet.changed_data else {})


def _initial(name: str, mapping: dict[str, Any]) -> dict[str, str]:
    """As it was said, or as the name of the column suggests."""
    said = mapping.get("columns", {}).get(name)
    if said:
        return {**said, "role": said.get("role") or said.get("scheme", "")}
    simple = name.strip().lower().replace(" ", "_")
    guess = COLLECTION_BUILDER.columns.get(name) or Column(field=simple if simple in FIELDS else "ignore")
    role = guess.role if guess.field == "creator" and guess.role != "creator" else guess.scheme
    return {"field": guess.field, "separator": guess.separator, "role": role}

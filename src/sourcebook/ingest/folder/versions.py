"""Text versions: `en.md`, passage by passage, or `en.vtt`, cue by cue; both ways."""

from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Origin
from sourcebook.ingest.folder.front_matter import Written, put_together
from sourcebook.ingest.folder.opening import Opening
from sourcebook.ingest.plain_yaml import PlainYamlError, read_yaml, write_yaml
from sourcebook.record import Note, Passage, TextVersion
from sourcebook.record.passages_text import PassagesError, read_passages, write_passages
from sourcebook.standards.webvtt.read import WebVTTError, read_webvtt
from sourcebook.standards.webvtt.write import write_webvtt


def read_version(here: Opening, name: str, key: str) -> TextVersion | None:
    """One version, or None after at least one refusal."""
    try:
        if name.endswith(".vtt"):
            text = here.text(name)
            return None if text is None else _from_captions(here, name, key, text)
        written = here.open(name)
        return None if written is None else _from_passages(here, name, key, written)
    except (WebVTTError, PlainYamlError, PassagesError) as error:
        here.arrival.refuse(str(error), Origin(here.shown(name), error.line))
        return None


def _from_captions(here: Opening, name: str, key: str, text: str) -> TextVersion | None:
    captions = read_webvtt(text)
    fields, lines = read_yaml(captions.note, captions.note_line)
    if not isinstance(fields, dict):
        raise PlainYamlError(gettext("Fields are expected here, such as `language: ru`."), captions.note_line)
    return _version(here, name, key, Written(fields, lines, "", 0), captions.passages, ())


def _from_passages(here: Opening, name: str, key: str, written: Written) -> TextVersion | None:
    try:
        found = read_passages(written.body)
    except PassagesError as error:
        raise PassagesError(str(error), error.line + written.body_line - 1) from error
    return _version(here, name, key, written, found.passages, found.notes)


def _version(
    here: Opening,
    name: str,
    key: str,
    written: Written,
    passages: tuple[Passage, ...],
    notes: tuple[Note, ...],
) -> TextVersion | None:
    language = PurePath(name).stem
    fields = {"language": language, **written.fields}
    if "language" not in written.fields and not here.is_language(language, name):
        return None
    if name.endswith(".vtt"):
        fields.setdefault("kind", "captions")
    given = {"key": key, "passages": passages, "notes": notes}
    return here.fields(name, written).make(TextVersion, fields, given)


def write_version(version: TextVersion, fields: dict[str, Any]) -> tuple[str, str]:
    """The ending of the name and the text: captions where nothing would be lost by it, else passages."""
    captions = _as_captions(version, fields)
    if captions is not None:
        return ".vtt", captions
    return ".md", put_together(fields, write_passages(version.passages, version.notes).rstrip("\n"))


def _as_captions(version: TextVersion, fields: dict[str, Any]) -> str | None:
    if (
        not version.passages
        or version.notes
        or any(p.start is None or p.end is None for p in version.passages)
    ):
        return None
    if version.kind == "captions":
        fields = {name: value for name, value in fields.items() if name != "kind"}
    else:
        # Captions are what a .vtt file is unless it says otherwise, so a transcription must say so.
        fields = {"kind": version.kind, **fields}
    text = write_webvtt(version.passages, write_yaml(fields) if fields else "")
    try:
        captions = read_webvtt(text)
        same = captions.passages == version.passages and read_yaml(captions.note)[0] == fields
    except (WebVTTError, PlainYamlError):
        return None
    return text if same else None

"""What can be changed in many sources at once: functions from a record to a record, with what they ask for."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from msgspec import Struct
from msgspec.structs import replace

from sourcebook.record import Contribution, Holding, LanguageMap, Source

Values = Mapping[str, str]
Apply = Callable[[Source, Values], Source]


class Change(Struct, frozen=True):
    """One kind of change."""

    label: Any
    asks: tuple[str, ...]
    """Names of the inputs of its form, see `forms.py`."""
    apply: Apply


def _rights(source: Source, **values: Any) -> Source:
    return replace(source, rights=replace(source.rights, **values))


def _rights_note(source: Source, values: Values) -> Source:
    words = {**source.rights.note, values["language"]: values["text"]}
    return _rights(source, note={language: text for language, text in words.items() if text})


def _adding(field: str, name: str, start: str = "") -> Apply:
    def add(source: Source, values: Values) -> Source:
        there: tuple[str, ...] = getattr(source, field)
        new = start + values[name]
        return source if new in there else replace(source, **{field: (*there, new)})

    return add


def _removing(field: str, name: str, start: str = "") -> Apply:
    def remove(source: Source, values: Values) -> Source:
        there: tuple[str, ...] = getattr(source, field)
        return replace(source, **{field: tuple(one for one in there if one != start + values[name])})

    return remove


def _holdings(field: str) -> Apply:
    def write(source: Source, values: Values) -> Source:
        there = source.holdings or (Holding(),)
        written = (replace(one, **{field: values["text"]}) for one in there)
        return replace(source, holdings=tuple(one for one in written if one != Holding()))

    return write


def _contribution(source: Source, values: Values) -> Source:
    new = Contribution(role=values["role"], agent=values["agent"], credited_as=values["credited_as"])
    return (
        source if new in source.contributions else replace(source, contributions=(*source.contributions, new))
    )


def _replace_words(source: Source, values: Values) -> Source:
    def changed(words: LanguageMap) -> LanguageMap:
        return {tag: text.replace(values["find"], values["replacement"]) for tag, text in words.items()}

    return replace(source, title=changed(source.title), description=changed(source.description))


CHANGES: dict[str, Change] = {
    "rights": Change(
        _("Rights statement"), ("statement",), lambda s, v: _rights(s, statement=v["statement"])
    ),
    "rights-holder": Change(_("Rights holder"), ("text",), lambda s, v: _rights(s, holder=v["text"])),
    "rights-note": Change(_("Note on rights"), ("language", "text"), _rights_note),
    "add-theme": Change(_("Add a theme"), ("theme",), _adding("themes", "theme", "theme:")),
    "remove-theme": Change(_("Remove a theme"), ("theme",), _removing("themes", "theme", "theme:")),
    "add-about": Change(_("Add what they are about"), ("about",), _adding("about", "about")),
    "remove-about": Change(_("Remove what they are about"), ("about",), _removing("about", "about")),
    "add-keyword": Change(_("Add a keyword"), ("word",), _adding("keywords", "word")),
    "remove-keyword": Change(_("Remove a keyword"), ("word",), _removing("keywords", "word")),
    "add-language": Change(
        _("Add a language of the original"), ("language",), _adding("languages", "language")
    ),
    "remove-language": Change(
        _("Remove a language of the original"), ("language",), _removing("languages", "language")
    ),
    "medium": Change(_("Medium"), ("medium",), lambda s, v: replace(s, medium=v["medium"])),
    "place": Change(_("Place"), ("place",), lambda s, v: replace(s, place=v["place"])),
    "repository": Change(_("Repository of the original"), ("text",), _holdings("repository")),
    "collection": Change(_("Collection of the original"), ("text",), _holdings("collection")),
    "add-contribution": Change(
        _("Add a line to the byline"), ("role", "agent", "credited_as"), _contribution
    ),
    "replace": Change(
        _("Find and replace in titles and descriptions"), ("find", "replacement"), _replace_words
    ),
}

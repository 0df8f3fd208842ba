"""The desk in Russian: every message of ours is translated, and a translation keeps what it must."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext

from sourcebook.cli.translations.catalogues import (
    LANGUAGES,
    catalogue_of_code,
    compile_all,
    folders,
    po_file,
    read_catalogue,
)

APPS = [(folder, language) for folder in folders() for language in LANGUAGES]
named = pytest.mark.parametrize(("folder", "language"), APPS, ids=[folder.name for folder, _ in APPS])
GAP = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%|(?<!%)%s|</?\w+>")


def forms(words: Any) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


@named
def test_every_message_is_translated(folder: Path, language: str) -> None:
    translated = read_catalogue(po_file(folder, language), language)
    missing = []
    for message in catalogue_of_code(folder):
        if message.id:
            found = translated.get(message.id, message.context)
            if found is None or not all(forms(found.string)) or found.fuzzy:
                missing.append(message.id)
    assert not missing, "Run `make translations`, then translate what is empty."


@named
def test_nothing_is_translated_that_is_gone(folder: Path, language: str) -> None:
    wanted = {(str(message.id), message.context) for message in catalogue_of_code(folder)}
    kept = read_catalogue(po_file(folder, language), language)
    assert not [message.id for message in kept if (str(message.id), message.context) not in wanted]


@named
def test_a_translation_keeps_gaps_and_marks(folder: Path, language: str) -> None:
    for message in read_catalogue(po_file(folder, language), language):
        offered = {gap for form in forms(message.id) for gap in GAP.findall(form)}
        needed = sorted(GAP.findall(forms(message.id)[-1]))
        for form in forms(message.string) if message.id else ():
            # One of several forms may leave a figure out; it may have none that nobody fills.
            assert set(GAP.findall(form)) <= offered, message.id
            assert isinstance(message.id, tuple) or sorted(GAP.findall(form)) == needed, message.id


def test_the_compiled_words_are_what_django_says() -> None:
    compile_all()
    with translation.override("ru"):
        assert gettext("Selected sources, in order") == "Выбранные источники по порядку"
        many = ngettext("%(counter)s thing to mend", "%(counter)s things to mend", 5)
        assert many % {"counter": 5} == "Исправить: 5 мест"
    with translation.override("en"):
        assert gettext("Selected sources, in order") == "Selected sources, in order"

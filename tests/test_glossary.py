"""The glossary and the code say the same words."""

import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

import sourcebook.record

ENTRY = re.compile(r"^\*\*(?P<term>[^*]+)\*\* — (?P<meaning>.+) — `(?P<bearer>[\w.]+:[\w.]+)`$")


def entries() -> list[tuple[str, str, str]]:
    glossary = Path(__file__).resolve().parents[1] / "GLOSSARY.md"
    matches = (ENTRY.match(line) for line in glossary.read_text(encoding="utf-8").splitlines())
    return [(match["term"], match["meaning"], match["bearer"]) for match in matches if match]


def find(bearer: str) -> Any:
    """The class, field or constant that `module:Class.field` names; an error where there is none."""
    module, _, path = bearer.partition(":")
    thing: Any = importlib.import_module(module)
    for part in path.split("."):
        if isinstance(thing, type) and issubclass(thing, msgspec.Struct) and part in thing.__struct_fields__:
            return part
        thing = getattr(thing, part)
    return thing


def record_structs() -> set[str]:
    """The names of all structs that `sourcebook.record` defines."""
    names = set()
    for module_info in pkgutil.walk_packages(sourcebook.record.__path__, "sourcebook.record."):
        module = importlib.import_module(module_info.name)
        for name, thing in vars(module).items():
            ours = isinstance(thing, type) and thing.__module__ == module.__name__
            if ours and issubclass(thing, msgspec.Struct) and not name.startswith("_"):
                names.add(name)
    return names


@pytest.mark.parametrize(("term", "bearer"), [(term, bearer) for term, _, bearer in entries()])
def test_a_term_is_borne_by_the_code(term: str, bearer: str) -> None:
    assert find(bearer) is not None


def test_every_line_is_an_entry_or_prose() -> None:
    glossary = Path(__file__).resolve().parents[1] / "GLOSSARY.md"
    lines = glossary.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.startswith("**") and not ENTRY.match(line)]


def test_every_published_struct_is_explained() -> None:
    explained = {part for _, _, bearer in entries() for part in bearer.partition(":")[2].split(".")}
    assert not record_structs() - explained


def test_meanings_are_single_sentences_and_terms_stand_once() -> None:
    assert not [term for term, meaning, _ in entries() if not meaning.endswith(".") or ". " in meaning]
    terms = [term for term, _, _ in entries()]
    assert len(terms) == len(set(terms))
    assert terms == sorted(terms, key=str.casefold)

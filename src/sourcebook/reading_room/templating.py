"""Templates: compiled once in a process, strict about what is missing, safe about what is not ours."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape
from markupsafe import Markup, escape

from sourcebook.reading_room.languages import Words, direction_of
from sourcebook.reading_room.leaf import Leaf


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sourcebook.reading_room"),
        autoescape=select_autoescape(["html", "xml"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters["in"] = spoken_in
    return made


@cache
def template(name: str) -> Template:
    return environment().get_template(name)


def spoken_in(words: Words, leaf: Leaf) -> Markup:
    """Words as HTML; those in another language than the page's say so."""
    if not words.language or words.language == leaf.language:
        return escape(words.text)
    return Markup("<span{}>{}</span>").format(tongue(words.language, leaf.language), words.text)


def tongue(language: str, around: str) -> Markup:
    """The `lang` and `dir` attributes of a stretch inside one in another language."""
    if not language or language == around:
        return Markup("")
    direction = direction_of(language)
    turned = Markup(' dir="{}"').format(direction) if direction != direction_of(around) else ""
    return Markup(' lang="{}"{}').format(language, turned)


def render(name: str, leaf: Leaf, **view: Any) -> bytes:
    return template(name).render(leaf=leaf, words=leaf.words, **view).encode()

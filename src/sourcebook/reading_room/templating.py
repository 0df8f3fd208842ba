"""Templates: compiled once in a process, strict about what is missing, safe about what is not ours."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape
from markupsafe import Markup

from sourcebook.reading_room import labels
from sourcebook.reading_room.credits import credited, editors
from sourcebook.reading_room.dating import as_written, clock, dated, lifetime
from sourcebook.reading_room.found import pieces
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pictures import picture, shown_of, shown_of_card
from sourcebook.reading_room.tongues import spoken_in, tongue


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
    made.globals |= {
        "as_written": as_written,
        "clock": clock,
        "credited": credited,
        "dated": dated,
        "editors": editors,
        "lifetime": lifetime,
        "kind_label": labels.kind,
        "medium_label": labels.medium,
        "picture": picture,
        "pieces": pieces,
        "rights_label": labels.rights,
        "shown_of": shown_of,
        "shown_of_card": shown_of_card,
        "tongue": tongue,
    }
    return made


@cache
def template(name: str) -> Template:
    return environment().get_template(name)


def render(name: str, leaf: Leaf, **view: Any) -> bytes:
    return template(name).render(leaf=leaf, words=leaf.words, **view).encode()


def markup(name: str, leaf: Leaf, **view: Any) -> Markup:
    """A piece of a page."""
    return Markup(template(name).render(leaf=leaf, words=leaf.words, **view))  # noqa: S704

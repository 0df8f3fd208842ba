"""Keywords of essays (`ana`): what an authority stands for is what a subject is about; what recurs is a theme."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext

from sourcebook.ingest.personal_names import is_shorter
from sourcebook.ingest.slugs import slug
from sourcebook.ingest.tei.authorities import Authorities
from sourcebook.ingest.tei.sketch import Import, Sketch
from sourcebook.record import Theme
from sourcebook.standards.markdown.inline import Resolve

_SMALL = frozenset({"and", "of", "the", "in", "on", "for", "to"})


def settle_keywords(shared: Import) -> None:
    """Decide for every keyword of all files together, when every name is known."""
    for keyword, marks in shared.keywords.items():
        if authority := _authority(keyword, shared.authorities):
            shared.meanings[keyword] = authority
        elif len({reference for reference, _, _ in marks}) > 1:
            _, volume, element = marks[0]
            reference = shared.free("theme", slug(keyword, "theme"))
            theme = Theme(slug=reference.partition(":")[2], title={volume.language: _title(keyword)})
            shared.sketches.append(Sketch(reference, volume.origin(element), _always(theme), named_only=True))
            shared.meanings[keyword] = reference
        else:
            _, volume, element = marks[0]
            volume.notice(
                gettext(
                    "The keyword “%(keyword)s” marks one subject only and names nothing known here; it was left out."
                )
                % {"keyword": keyword},
                element,
            )


def _always(theme: Theme) -> Callable[[Resolve], Theme]:
    return lambda _: theme


def _authority(keyword: str, authorities: Authorities) -> str:
    for kind in ("place", "organisation"):
        if f"{kind}:{keyword}" in authorities.records:
            return f"{kind}:{keyword}"
    for reference, record in authorities.records.items():
        if any(identifier.value == keyword for identifier in record.identifiers):
            return reference
    # A person's keyword begins with the surname: `dulles-john-foster`.
    surname, _, rest = keyword.partition("-")
    name = f"{rest.replace('-', ' ')} {surname}"
    found = set(_people(name, authorities)) if rest else set()
    return found.pop() if len(found) == 1 else ""


def _people(name: str, authorities: Authorities) -> Iterator[str]:
    for reference, shown in authorities.names_of("person").items():
        other = slug(shown, "").replace("-", " ")
        if other == name or is_shorter(other, name) or is_shorter(name, other):
            yield reference


def _title(keyword: str) -> str:
    words = keyword.replace("-", " ").split()
    return " ".join(
        word if at and word in _SMALL else word[:1].upper() + word[1:] for at, word in enumerate(words)
    )

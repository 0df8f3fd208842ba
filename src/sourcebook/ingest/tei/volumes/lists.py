"""The lists of persons and of terms at the front of a volume, as authorities and glossary."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext

from sourcebook.ingest.personal_names import from_list
from sourcebook.ingest.tei.sketch import Import
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Name
from sourcebook.standards.tei import Element, local, name_of, text_of, xml_id


def read_lists(volume: Volume, shared: Import) -> dict[str, str]:
    """References by the `xml:id` of each listed name; made before texts are read, so that these find them."""
    found: dict[str, str] = {}
    for item, named in _entries(volume, "term"):
        found[xml_id(named)] = _term(volume, shared, item, named)
    names: Counter[str] = Counter()
    others: list[tuple[Element, Element]] = []
    for item, named in _entries(volume, "persName"):
        if _see(item, named) is not None:
            others.append((item, named))
            continue
        printed = text_of(named).strip(" ,")
        names[printed] += 1
        if names[printed] > 1:
            volume.notice(
                gettext("The list of persons has “%(printed)s” twice; they were taken for two people.")
                % {"printed": printed},
                named,
                gettext("Merge them if they are one."),
            )
        found[xml_id(named)] = _person(volume, shared, item, named, names[printed])
    for item, named in others:
        _other_name(volume, shared, item, named, found)
    for identifier, reference in found.items():
        shared.targets.places.setdefault((volume.identifier, identifier), reference)
    return found


def _entries(volume: Volume, element: str) -> Iterator[tuple[Element, Element]]:
    for named in volume.root.iter(name_of(element)):
        item = next((up for up in named.iterancestors() if local(up) == "item"), None)
        if xml_id(named) and item is not None and text_of(named):
            yield item, named


def _see(item: Element, named: Element) -> Element | None:
    """The name that an entry such as “Birgi (see Nuri Birgi)” sends its readers to."""
    return next(
        (
            n
            for n in item.iter(name_of("persName"))
            if n is not named and n.get("type") == "alt" and n.get("corresp")
        ),
        None,
    )


def _said(item: Element, named: Element) -> str:
    """What the entry says after the name."""
    words, name = text_of(item, without=("note",)), text_of(named)
    return words.partition(name)[2].strip(" ,;:").removesuffix(".")


def _person(volume: Volume, shared: Import, item: Element, named: Element, count: int) -> str:
    name = from_list(text_of(named).strip(" ,"))
    names = [Name(text=name.text, language=volume.language, sort_as=name.sort_as)]
    if name.printed:
        names.append(Name(text=name.printed, language=volume.language, use="variant"))
    said = _said(item, named)
    return shared.authorities.take(
        "person",
        tuple(names),
        volume.origin(named),
        summary={volume.language: said} if said else {},
        apart=f"{volume.identifier} {count}" if count > 1 else "",
    )


def _other_name(volume: Volume, shared: Import, item: Element, named: Element, found: dict[str, str]) -> None:
    see = _see(item, named)
    target = str(see.get("corresp")).removeprefix("#") if see is not None else ""
    if target not in found:
        volume.notice(
            gettext("The list of persons sends from “%(text_of)s” to “#%(target)s”, which is not in it.")
            % {"text_of": text_of(named), "target": target},
            named,
        )
        return
    found[xml_id(named)] = found[target]
    name = from_list(text_of(named).strip(" ,"))
    shared.authorities.add_names(
        found[target], Name(text=name.text, language=volume.language, use="variant", sort_as=name.sort_as)
    )


def _term(volume: Volume, shared: Import, item: Element, named: Element) -> str:
    said = _said(item, named)
    return shared.authorities.take(
        "term",
        (Name(text=text_of(named).strip(" ,"), language=volume.language),),
        volume.origin(named),
        summary={volume.language: said} if said else {},
        # A short form may mean one thing in this volume and another in the next.
        apart=said.casefold(),
    )

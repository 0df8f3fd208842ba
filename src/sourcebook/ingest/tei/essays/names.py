"""Who and what a collection of essays names, and which short name stands for which full one."""

from django.utils.translation import gettext

from sourcebook.ingest.personal_names import from_text, is_shorter, sort_form
from sourcebook.ingest.tei.essays.places import other_names
from sourcebook.ingest.tei.sketch import Import
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import ExternalIdentifier, Name
from sourcebook.standards.tei import Element, name_of, text_of

PEOPLE = "/departmenthistory/people/"
SCHEME = "history.state.gov people"


def read_names(volume: Volume, shared: Import) -> dict[Element, str]:
    """References by element of every name whose bearer is known; the others were reported."""
    people = {
        element: from_text(text_of(element))
        for element in volume.root.iter(name_of("persName"))
        if text_of(element) and not _cut(volume, element)
    }
    pointed = {
        element: from_text(text_of(element))
        for element in volume.root.iter(name_of("ref"))
        if (element.get("target") or "").startswith(PEOPLE) and len(text_of(element).split()) > 1
    }
    full = full_names({*people.values(), *pointed.values()})
    found: dict[Element, str] = {}
    for element, name in {**people, **pointed}.items():
        if not full[name]:
            volume.notice(
                gettext("“%(name)s” may be several people or nobody named in full here; it was kept as text.")
                % {"name": name},
                element,
                gettext("Link it by hand."),
            )
            continue
        found[element] = _person(volume, shared, element, name, full[name])
    for element in pointed:
        if element in found:
            shared.targets.addresses.setdefault(str(element.get("target")), found.pop(element))
    return found | other_names(volume, shared)


def full_names(names: set[str]) -> dict[str, str]:
    """For each name the full one it stands for; itself where none is fuller; nothing for a single word in doubt."""
    found: dict[str, str] = {}
    for name in names:
        fuller = {other for other in names if is_shorter(name, other)}
        fullest = {other for other in fuller if not any(is_shorter(other, another) for another in fuller)}
        if len(fullest) == 1:
            found[name] = fullest.pop()
        else:
            found[name] = name if len(name.split()) > 1 else ""
    return found


def _person(volume: Volume, shared: Import, element: Element, name: str, full: str) -> str:
    key = (element.get("target") or "").removeprefix(PEOPLE) if element.get("target") else ""
    surname = full.split()[-1]
    sort_as = sort_form(full)
    if key.startswith(surname.casefold() + "-"):
        sort_as = f"{surname}, {' '.join(full.split()[:-1])}"
    reference = shared.authorities.take(
        "person", (Name(text=full, language=volume.language, sort_as=sort_as),), volume.origin(element)
    )
    if key:
        shared.authorities.identify(reference, ExternalIdentifier(scheme=SCHEME, value=key), sort_as)
    if name != full and len(name.split()) > 1:
        shared.authorities.add_names(reference, Name(text=name, language=volume.language, use="variant"))
    return reference


def _cut(volume: Volume, element: Element) -> bool:
    """Whether the element ends within a word, as `<persName>Khrushche</persName>v`."""
    cut = bool(element.tail) and element.tail[0].isalpha()
    if cut:
        word = element.tail.split()[0]
        volume.notice(
            gettext("The name “%(text_of)s” ends within a word, before “%(word)s”; it was kept as text.")
            % {"text_of": text_of(element), "word": word},
            element,
            gettext("Move the end of its element."),
        )
    return cut

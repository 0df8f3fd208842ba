"""Places and organisations that essays name."""

import re

from sourcebook.ingest.tei.authorities import AuthorityKind
from sourcebook.ingest.tei.sketch import Import
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Name
from sourcebook.standards.tei import Element, name_of, text_of

_ABBREVIATED = re.compile(r"(.+?)\s*\(([A-Z][A-Z.]+)\)")
_POSSESSIVE = re.compile(r"[’']s$")
_KINDS: dict[str, AuthorityKind] = {"placeName": "place", "orgName": "organisation"}


def other_names(volume: Volume, shared: Import) -> dict[Element, str]:
    """References by element; “People’s Republic of China (PRC)” is a name and its abbreviation."""
    found: dict[Element, str] = {}
    for element in volume.root.iter(*map(name_of, _KINDS)):
        words = _POSSESSIVE.sub("", text_of(element).strip(" ,;:."))
        if not words:
            continue
        kind = _KINDS[element.tag.rpartition("}")[2]]
        match = _ABBREVIATED.fullmatch(words)
        names = [Name(text=match[1] if match else words, language=volume.language)]
        if match:
            names.append(Name(text=match[2], language=volume.language, use="abbreviation"))
        found[element] = shared.authorities.take(kind, tuple(names), volume.origin(element))
    return found

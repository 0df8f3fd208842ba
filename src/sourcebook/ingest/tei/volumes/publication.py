"""Who published a volume and when, and what that means for its rights."""

import re

from sourcebook.ingest.tei.dates import date_of
from sourcebook.ingest.tei.header import statements
from sourcebook.ingest.tei.rights import licence_rights
from sourcebook.ingest.tei.sketch import Import
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Name, ProvenanceEvent, Rights
from sourcebook.standards.tei import text_of
from sourcebook.vocabulary.rights import read_rights

_GOVERNMENT = re.compile(
    r"United States Government|Government (?:Printing|Publishing) Office|Department of State"
)
_OF_GOVERNMENT = "A work of the United States government, in the public domain in the United States."


def publication(volume: Volume) -> ProvenanceEvent | None:
    """The volume's printing, as its header gives it."""
    publisher = next(statements(volume.root, "publicationStmt", "publisher"), None)
    dates = [
        date
        for date in statements(volume.root, "publicationStmt", "date")
        if date.get("type") in (None, "publication-date")
    ]
    date = date_of(dates[0], volume) if dates else None
    by = text_of(publisher) if publisher is not None else ""
    place = next(statements(volume.root, "publicationStmt", "pubPlace"), None)
    where = {"en": f"{text_of(place)}."} if place is not None and text_of(place) else {}
    return ProvenanceEvent(type="published", date=date, agent_as=by, note=where) if by or date else None


def rights_of(volume: Volume) -> Rights:
    """The licence the file gives; else the public domain, for what the United States government publishes."""
    for licence in statements(volume.root, "publicationStmt", "availability", "licence"):
        return licence_rights(licence.get("target") or text_of(licence), volume)
    if _of_government(volume):
        return Rights(statement=read_rights("Public Domain Mark").uri, note={"en": _OF_GOVERNMENT})
    return Rights()


def department_of(volume: Volume, shared: Import) -> str:
    """The Department of State, where it is the one that publishes its own files; else nothing."""
    if not _of_government(volume):
        return ""
    name = Name(text="United States Department of State", language="en")
    return shared.authorities.take("organisation", (name,), volume.origin(volume.root))


def _of_government(volume: Volume) -> bool:
    said = " ".join(text_of(part) for part in statements(volume.root, "publicationStmt"))
    return bool(_GOVERNMENT.search(said))

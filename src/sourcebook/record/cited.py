"""Works that notes cite, as CSL has them (Citation Style Language 1.0.2, the form of Zotero and its like)."""

from typing import Annotated

from msgspec import Meta

from sourcebook.record.parts import Part

CITE_KEY = r"[A-Za-z0-9][A-Za-z0-9_.-]*"


class CitedName(Part, frozen=True, kw_only=True):
    """Who wrote, edited or translated it: family and given name, or one name that is not divided."""

    family: str = ""
    given: str = ""
    literal: str = ""
    """A name that is not divided, as of an institution; CSL's `literal`."""


class CitedWork(Part, frozen=True, kw_only=True):
    """A work of the literature: a note cites it by its key, as in `[ch. 11](cite:taubman-2003)`."""

    id: Annotated[str, Meta(pattern=f"^{CITE_KEY}$")]
    """Its key, unique in the essay."""
    type: str = "book"
    """CSL's type: `book`, `chapter`, `article-journal`, `article-newspaper`, `webpage`, …"""
    title: str = ""
    author: tuple[CitedName, ...] = ()
    editor: tuple[CitedName, ...] = ()
    translator: tuple[CitedName, ...] = ()
    container_title: str = ""
    """The journal, newspaper, collection or site it stands in; CSL's `container-title`."""
    collection_title: str = ""
    """The series; CSL's `collection-title`."""
    publisher: str = ""
    publisher_place: str = ""
    issued: str = ""
    """When it appeared, as EDTF (`2003`, `1989-06`); other words stay as they are."""
    volume: str = ""
    issue: str = ""
    number: str = ""
    edition: str = ""
    page: str = ""
    """The pages it fills in what it stands in: `628-651`."""
    archive: str = ""
    archive_location: str = ""
    """The fonds and call number; CSL's `archive_location`."""
    language: str = ""
    DOI: str = ""
    ISBN: str = ""
    URL: str = ""
    accessed: str = ""
    """When the address was seen, as EDTF."""
    note: str = ""

"""The files of a source as media objects."""

from typing import Any

from sourcebook.record import File, Source
from sourcebook.record.access import access_copies
from sourcebook.standards.schemaorg.crosswalk import MEDIA_OBJECTS
from sourcebook.standards.schemaorg.naming import Naming

MOST = 20
"""Files that a description lists; whoever wants all reads the record."""


def media_of(source: Source, naming: Naming) -> list[dict[str, Any]]:
    return [_media(source, file, naming) for file in source.files[:MOST]]


def _media(source: Source, file: File, naming: Naming) -> dict[str, Any]:
    copy = access_copies(file)[-1]
    described: dict[str, Any] = {
        "@type": MEDIA_OBJECTS.get(file.media_type.partition("/")[0], "MediaObject"),
        "contentUrl": naming.file(source.reference, copy.name),
        "encodingFormat": copy.media_type,
    }
    if copy.width and copy.height:
        described |= {"width": copy.width, "height": copy.height}
    if file.duration:
        described["duration"] = iso_duration(file.duration)
    return described


def iso_duration(seconds: float) -> str:
    """ISO 8601: `PT1H2M3S`, to the second."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "") + f"{rest}S"

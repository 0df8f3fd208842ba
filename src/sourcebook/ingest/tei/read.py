"""From files of TEI to an arrival: all are read before any pointer is followed."""

from collections import Counter
from pathlib import Path

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.tei.doubles import likely_same
from sourcebook.ingest.tei.essays import is_collection, read_collection
from sourcebook.ingest.tei.essays.keywords import settle_keywords
from sourcebook.ingest.tei.files import find_volumes
from sourcebook.ingest.tei.plays import is_play, read_play
from sourcebook.ingest.tei.sketch import Import
from sourcebook.ingest.tei.texts import read_text
from sourcebook.ingest.tei.volume import Volume
from sourcebook.ingest.tei.volumes import is_volume, read_volume
from sourcebook.standards.tei import xml_id


def read(paths: list[Path]) -> Arrival:
    """All TEI of these files and folders; what cannot be read is refused in the arrival, one line each."""
    arrival = Arrival()
    shared = Import()
    volumes = list(find_volumes(paths, arrival))
    for volume in volumes:
        _check_identifiers(volume)
        if is_volume(volume.root):
            read_volume(volume, shared)
        elif is_collection(volume.root):
            read_collection(volume, shared)
        elif is_play(volume.root):
            read_play(volume, shared)
        else:
            read_text(volume, shared)
    settle_keywords(shared)
    _settle(volumes, shared, arrival)
    return arrival


def _check_identifiers(volume: Volume) -> None:
    """An `xml:id` must be one element's alone; pointers to one given twice lead to the first."""
    seen = Counter(identifier for element in volume.root.iter("*") if (identifier := xml_id(element)))
    for identifier, count in seen.items():
        if count > 1:
            volume.notice(
                gettext(
                    "The identifier “%(identifier)s” is given %(count)s times; pointers to it lead to the first."
                )
                % {"identifier": identifier, "count": count},
                volume.root,
                gettext("Give each element its own xml:id."),
            )


def _settle(volumes: list[Volume], shared: Import, arrival: Arrival) -> None:
    for reference, record in shared.authorities.records.items():
        bare = not record.summary and not record.description
        arrival.add(record, shared.authorities.origins[reference], named_only=bare)
    for short, full in likely_same(shared.authorities):
        arrival.notice(
            gettext("%(short)s and %(full)s may be one person.") % {"short": short, "full": full},
            shared.authorities.origins[short],
            advice=gettext("If they are, give one the other’s name as a variant and link to that."),
            reference=short,
        )
    for sketch in shared.sketches:
        arrival.add(sketch.make(shared.targets.resolve), sketch.origin, named_only=sketch.named_only)
    for volume in volumes:
        shared.targets.report(volume)
        volume.report_unknown()

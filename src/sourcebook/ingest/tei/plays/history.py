"""When a play was written, printed and first performed (`standOff/listEvent`)."""

from sourcebook.ingest.tei.dates import date_of, edtf_of
from sourcebook.ingest.tei.header import every
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import ProvenanceEvent
from sourcebook.standards.markdown.escaping import escape, escape_start
from sourcebook.standards.tei import Element, children, text_of
from sourcebook.vocabulary.dates import HistoricalDate

_TYPES = {"written": "created", "print": "published", "premiere": "performed"}


def history(volume: Volume) -> tuple[ProvenanceEvent, ...]:
    """Events in the order of their happening, with the words that the file gives for evidence."""
    found = [
        ProvenanceEvent(
            type=_TYPES[kind], date=_date(event, volume), evidence=escape_start(escape(_said(event)))
        )
        for kind, event in _events(volume)
    ]
    order = list(_TYPES.values())
    return tuple(sorted(found, key=lambda event: order.index(event.type)))


def date_written(volume: Volume) -> HistoricalDate | None:
    """When it was written; failing that, first printed; failing that, first performed."""
    dated = {kind: _date(event, volume) for kind, event in _events(volume)}
    return next(filter(None, map(dated.get, _TYPES)), None)


def _events(volume: Volume) -> list[tuple[str, Element]]:
    events = every(volume.root, "standOff", "listEvent", "event")
    return [(kind, event) for event in events if (kind := event.get("type") or "") in _TYPES]


def _date(event: Element, volume: Volume) -> HistoricalDate | None:
    edtf = edtf_of({str(name): str(value) for name, value in event.attrib.items()})
    if not edtf:
        return None
    words = edtf.strip("[]").replace("..", "–").replace("/", "–")
    return date_of(event, volume, as_written=words, reason=_said(event))


def _said(event: Element) -> str:
    return " ".join(text_of(part) for part in children(event, "desc", "label", "p")).strip()

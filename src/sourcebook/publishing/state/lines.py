"""The report as a file: a line for each fault and one for each thing without, read and written piece by piece."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from sourcebook.publishing.gate import Fault
from sourcebook.publishing.gate.sentences import sentence
from sourcebook.publishing.models import CheckedRecord, FoundFault

BATCH = 500
PIECE = 1 << 16
"""Letters that are sent at once: line by line, the sending would take longer than the reading."""
NOTHING = dict.fromkeys(("code", "severity", "field", "words", "sentence"), "")


class Lines:
    """The lines of some records, read as they are sent: plain columns, without a row object for any of them."""

    model = CheckedRecord

    def __init__(self, records: QuerySet[Any]) -> None:
        self.records = records

    def __iter__(self) -> Iterator[dict[str, Any]]:
        columns = self.records.values_list("pk", "reference", "title", "state", "by__username")
        reading = columns.iterator(chunk_size=BATCH)
        while batch := list(islice(reading, BATCH)):
            faults = _faults([pk for pk, *_rest in batch])
            for pk, reference, title, state, by in batch:
                shared = {"reference": reference, "title": plain(title), "state": state, "by": by or ""}
                for told in faults.get(pk) or [NOTHING]:
                    yield {**shared, **told}


def _faults(records: list[int]) -> dict[int, list[dict[str, str]]]:
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    rows = FoundFault.objects.filter(record__in=records).order_by("pk")
    columns = ("record_id", "code", "severity", "field", "words", "about", "target")
    for record, code, severity, field, words, about, target in rows.values_list(*columns):
        fault = Fault(code=code, reference="", field=field, words=words, about=about, target=target)
        found[record].append(
            {
                "code": code,
                "severity": severity,
                "field": field,
                "words": plain(words),
                "sentence": plain(sentence(fault)),
            }
        )
    return found


def plain(text: str) -> str:
    """A spreadsheet takes what begins like this for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def as_csv(lines: Iterable[dict[str, Any]], columns: list[str]) -> Iterator[str]:
    """In pieces of about `PIECE` letters."""
    piece = io.StringIO()
    writer = csv.DictWriter(piece, columns)
    writer.writeheader()
    for line in lines:
        writer.writerow(line)
        if piece.tell() >= PIECE:
            yield piece.getvalue()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue()

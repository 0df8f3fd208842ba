"""Files that an accession brought into the inbox: once it is undone, those go that nobody else has come to need."""

import re
from collections.abc import Iterator
from itertools import chain
from time import time
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Revision

from sourcebook.archive_folder import current_archive
from sourcebook.ingest.models import Accession, AccessionLine
from sourcebook.publishing.models import ManyChanged, Publication
from sourcebook.publishing.restore.desk_keys import batches
from sourcebook.sources.desk.thumbnails import forget_thumbnail
from sourcebook.sources.models import File, Source

_CHECKSUM = re.compile(rb"[0-9a-f]{64}")


def brought(files: tuple[str, ...]) -> dict[str, Any]:
    """What an accession remembers of the files that were not there before it; no file of a later arrival is older."""
    return {"files": list(files), "until": time()}


def clear_files(accession: Accession) -> int:
    """Delete what it brought and nothing names: no source, no draft, no publication, nothing that an undo puts back.

    Looks only at what was written since it came, because nothing older can name a file that was not there; counts
    what it deleted. To be called when the undo is committed.
    """
    candidates, until = set(accession.brought.get("files", ())), accession.brought.get("until", 0)
    if candidates:
        candidates -= _on_the_desk(candidates)
        for text in _written_since(accession):
            candidates -= {found.decode() for found in _CHECKSUM.findall(text)}
    gone = 0
    for sha256 in candidates:
        path = current_archive().master(sha256)
        # Whoever brings the same file once more touches it, in a form that is not saved yet, too.
        if path.exists() and path.stat().st_mtime <= until:
            path.unlink(missing_ok=True)
            forget_thumbnail(sha256)
            gone += 1
    accession.brought = {}
    accession.save(update_fields=["brought"])
    return gone


def _on_the_desk(checksums: set[str]) -> set[str]:
    found: set[str] = set()
    for batch in batches(checksums):
        found.update(File.objects.filter(sha256__in=batch).values_list("sha256", flat=True))
    return found


def _written_since(accession: Accession) -> Iterator[bytes]:
    """Drafts, publications, and records as they were before an import or a change of many."""
    kind = ContentType.objects.get_for_model(Source)
    drafts = Revision.objects.filter(content_type=kind, created_at__gte=accession.received)
    published = Publication.objects.filter(at__gte=accession.received.replace(microsecond=0))
    earlier = AccessionLine.objects.filter(accession__received__gte=accession.received, before__isnull=False)
    changed = ManyChanged.objects.filter(run__asked__gte=accession.received)
    for revision in drafts.only("content").iterator(chunk_size=200):
        yield str(revision.content).encode()
    columns = (
        published.values_list("record", flat=True),
        earlier.exclude(accession=accession).values_list("before", flat=True),
        changed.values_list("before", flat=True),
    )
    for data in chain.from_iterable(rows.iterator(chunk_size=200) for rows in columns):
        yield bytes(data or b"")

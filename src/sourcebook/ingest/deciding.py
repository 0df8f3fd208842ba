"""What becomes of one record that arrives, given what stands on the desk and what was imported last."""

import msgspec

from sourcebook.ingest.models import ImportedRecord
from sourcebook.ingest.report import Outcome
from sourcebook.record import Archive, Record, digest, encode


def decide(record: Record, desk: Record | None, imported: ImportedRecord | None) -> tuple[Outcome, Record]:
    """What becomes of a record that arrives, and the form in which it is written."""
    if desk is None:
        return "made", record
    former = {} if desk.slug == record.slug else {"former_slugs": _with(record.former_slugs, desk.slug)}
    arriving: Record = msgspec.structs.replace(record, id=record.id or desk.id, **former)
    if arriving == desk:
        return "left_alone", arriving
    if imported is not None and imported.left == digest(encode(desk)):
        same = imported.arrived == digest(encode(record))
        return ("left_alone" if same else "changed"), arriving
    if imported is None and _is_beginning(desk):
        return "changed", arriving
    return "kept", arriving


def _with(slugs: tuple[str, ...], slug: str) -> tuple[str, ...]:
    return slugs if slug in slugs else (*slugs, slug)


def _is_beginning(desk: Record) -> bool:
    """Whether it is the archive's record as a new archive has it, which nobody wrote."""
    return isinstance(desk, Archive) and desk == Archive(
        id=desk.id, slug=desk.slug, title=desk.title, languages=desk.languages
    )

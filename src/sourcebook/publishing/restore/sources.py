"""Sources with all that belongs to them."""

from collections.abc import Sequence
from typing import Any

from sourcebook import record as r
from sourcebook.authorities.languages import archive_languages
from sourcebook.publishing.restore.desk_keys import DeskKeys, batches
from sourcebook.publishing.restore.identity import find, identify
from sourcebook.publishing.restore.rows import Rows, clear_rows, contributions, identifiers, relation
from sourcebook.publishing.restore.state import settle_draft, update_row
from sourcebook.publishing.restore.words import write_title_words
from sourcebook.sources import models as m
from sourcebook.sources.fields import TextBody

OWNED = (
    m.SourceContribution, m.SourceAbout, m.SourceTheme, m.SourceRelation, m.SourceIdentifier, m.SourceFormerSlug,
    m.SourceLegacyAddress, m.Holding, m.ProvenanceEvent, m.File, m.Canvas, m.TextVersion,
)  # fmt: skip


def _columns(record: r.Source, keys: DeskKeys) -> dict[str, Any]:
    return {
        "slug": record.slug,
        "medium": record.medium,
        "title": record.title,
        "description": record.description,
        "form": record.form,
        "languages": record.languages,
        "date": record.date,
        "place_id": keys.get(record.place),
        "keywords": record.keywords,
        "position": record.position,
        "rights_statement": record.rights.statement,
        "rights_holder": record.rights.holder,
        "rights_note": record.rights.note,
    }


def _fields(part: Any, *without: str) -> dict[str, Any]:
    """The fields of a part whose columns have the same names."""
    return {name: getattr(part, name) for name in part.__struct_fields__ if name not in without}


def _text(text: r.TextVersion) -> dict[str, Any]:
    return _fields(text, "contributions", "passages", "notes") | {
        "body": TextBody(passages=text.passages, notes=text.notes)
    }


def _rows(record: r.Source, key: int, keys: DeskKeys, rows: Rows) -> None:
    rows.add(m.SourceContribution, contributions(record.contributions, keys), source_id=key)
    rows.add(m.SourceAbout, ({"authority_id": keys[one]} for one in record.about), source_id=key)
    rows.add(m.SourceTheme, ({"slug": r.slug_of(one)} for one in record.themes), source_id=key)
    rows.add(m.SourceIdentifier, identifiers(record.identifiers), source_id=key)
    rows.add(m.SourceFormerSlug, ({"slug": slug} for slug in record.former_slugs), source_id=key)
    rows.add(m.SourceLegacyAddress, ({"path": path} for path in record.legacy_addresses), source_id=key)
    rows.add(
        m.SourceRelation,
        (
            relation(one)
            | {("to_source_id" if r.kind_of(one.to) == "source" else "to_authority_id"): keys[one.to]}
            for one in record.relations
        ),
        source_id=key,
    )
    rows.add(
        m.Holding,
        (
            _fields(one, "organisation") | {"organisation_id": keys.get(one.organisation)}
            for one in record.holdings
        ),
        source_id=key,
    )
    rows.add(
        m.ProvenanceEvent,
        (
            _fields(one, "agent", "place")
            | {"agent_id": keys.get(one.agent), "place_id": keys.get(one.place)}
            for one in record.provenance
        ),
        source_id=key,
    )
    rows.add(m.File, map(_fields, record.files), source_id=key)
    rows.add(m.Canvas, map(_fields, record.canvases), source_id=key)
    texts = rows.add(m.TextVersion, map(_text, record.texts), source_id=key)
    for row, text in zip(texts, record.texts, strict=True):
        rows.add(m.TextContribution, contributions(text.contributions, keys), text=row)


def write_sources(records: Sequence[r.Source], keys: DeskKeys) -> None:
    """Wholes and parts alike first, then which is a part of which."""
    languages = archive_languages()
    there = find("source", records)
    new = [record for record in records if record.slug not in there]
    given = identify("source", new)
    made = [m.Source(identifier=given[record.slug], live=False, **_columns(record, keys)) for record in new]
    for row in made:
        row.derive(languages)
        row.note_change()
    m.Source.objects.bulk_create(made, batch_size=500)
    for row in made:
        keys.add(row.reference, row.pk)
    for record in records:
        if old := there.get(record.slug):
            for name, value in _columns(record, keys).items():
                setattr(old, name, value)
            old.derive(languages)
            update_row(old, {"part_of_id": None, **settle_draft(old)})
            keys.add(record.reference, old.pk)
    for model in OWNED:
        clear_rows(model, "source", (row.pk for row in there.values()))

    parts = [m.Source(pk=keys[one.reference], part_of_id=keys[one.part_of]) for one in records if one.part_of]
    for batch in batches(parts):
        m.Source.objects.bulk_update(batch, ["part_of"])
    rows = Rows()
    for record in records:
        _rows(record, keys[record.reference], keys, rows)
    rows.write()
    write_title_words(records, keys, [row.pk for row in there.values()])

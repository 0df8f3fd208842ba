"""Sources as records."""

from typing import Any

from sourcebook import record
from sourcebook.publishing.gather.parts import addresses, contributions, identifiers, relation, rows
from sourcebook.publishing.gather.referents import Referents

RELATIONS = (
    "former_slugs", "legacy_addresses", "identifiers", "contributions", "about", "themes", "relations",
    "holdings", "provenance", "files", "canvases", "texts", "texts__contributions",
)  # fmt: skip


def _holding(row: Any, to: Referents) -> record.Holding:
    return record.Holding(
        organisation=to.authority(row.organisation_id),
        repository=row.repository,
        collection=row.collection,
        call_number=row.call_number,
        link=row.link,
        note=row.note,
    )


def _provenance(row: Any, to: Referents) -> record.ProvenanceEvent:
    return record.ProvenanceEvent(
        type=row.type,
        date=row.date,
        agent=to.authority(row.agent_id),
        agent_as=row.agent_as,
        place=to.authority(row.place_id),
        note=row.note,
        certainty=row.certainty,
        evidence=row.evidence,
    )


def _file(row: Any) -> record.File:
    return record.File(
        name=row.name,
        sha256=row.sha256,
        media_type=row.media_type,
        size=row.size,
        width=row.width,
        height=row.height,
        duration=row.duration,
    )


def _canvas(row: Any) -> record.Canvas:
    return record.Canvas(file=row.file, label=row.label, alt=row.alt, caption=row.caption)


def _text(row: Any, to: Referents) -> record.TextVersion:
    return record.TextVersion(
        key=row.key,
        language=row.language,
        kind=row.kind,
        title=row.title,
        contributions=contributions(row, to),
        translates=row.translates,
        supersedes=row.supersedes,
        review=row.review,
        passages=row.body.passages,
        notes=row.body.notes,
    )


def source(row: Any, to: Referents) -> record.Source:
    return record.Source(
        slug=row.slug,
        **addresses(row),
        medium=row.medium,
        title=row.title,
        description=row.description,
        form=row.form,
        languages=row.languages,
        date=row.date,
        contributions=contributions(row, to),
        place=to.authority(row.place_id),
        about=tuple(to.authority(one.authority_id) for one in rows(row, "about")),
        themes=tuple(f"theme:{one.slug}" for one in rows(row, "themes")),
        keywords=row.keywords,
        part_of=to.source(row.part_of_id),
        position=row.position,
        holdings=tuple(_holding(one, to) for one in rows(row, "holdings")),
        provenance=tuple(_provenance(one, to) for one in rows(row, "provenance")),
        relations=tuple(
            relation(one, to.source(one.to_source_id) or to.authority(one.to_authority_id))
            for one in rows(row, "relations")
        ),
        identifiers=identifiers(row),
        rights=record.Rights(statement=row.rights_statement, holder=row.rights_holder, note=row.rights_note),
        files=tuple(map(_file, rows(row, "files"))),
        canvases=tuple(map(_canvas, rows(row, "canvases"))),
        texts=tuple(_text(one, to) for one in rows(row, "texts")),
    )

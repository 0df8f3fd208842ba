"""Subjects with their essays and selections."""

from collections.abc import Sequence
from typing import Any

from sourcebook import record as r
from sourcebook.publishing.restore.desk_keys import DeskKeys
from sourcebook.publishing.restore.pages import write_addresses, write_pages
from sourcebook.publishing.restore.rows import Rows, clear_rows, contributions
from sourcebook.subjects import models as m

OWNED = (m.Essay, m.Selection, m.SubjectTheme, m.SubjectAbout)


def _columns(record: r.Subject) -> dict[str, Any]:
    return {
        "date": record.date,
        "summary": record.summary,
        "image": record.image,
        "comments": record.comments,
    }


def _rows(record: r.Subject, key: int, keys: DeskKeys, rows: Rows) -> None:
    rows.add(m.SubjectTheme, ({"theme_id": keys[one]} for one in record.themes), subject_id=key)
    rows.add(m.SubjectAbout, ({"authority_id": keys[one]} for one in record.about), subject_id=key)
    essays = rows.add(
        m.Essay,
        (
            {
                "language": essay.language,
                "title": essay.title,
                "body": essay.body,
                "date": essay.date,
                "translates": essay.translates,
                "bibliography": essay.bibliography,
            }
            for essay in record.essays
        ),
        subject_id=key,
    )
    for row, essay in zip(essays, record.essays, strict=True):
        rows.add(m.EssayContribution, contributions(essay.contributions, keys), essay=row)
    selections = rows.add(
        m.Selection,
        ({"source_id": keys[one.source], "headnote": one.headnote} for one in record.selections),
        subject_id=key,
    )
    for row, selection in zip(selections, record.selections, strict=True):
        rows.add(m.Question, ({"text": question} for question in selection.questions), selection=row)


def write_subjects(records: Sequence[r.Subject], keys: DeskKeys) -> None:
    """Each below its year."""
    if not records:
        return
    years = m.YearPage.objects.in_bulk({keys[record.year] for record in records})
    old = write_pages("subject", records, keys, _columns, lambda record: years[keys[record.year]])
    for model in OWNED:
        clear_rows(model, "subject", old)
    rows = Rows()
    write_addresses(records, old, keys, rows)
    for record in records:
        _rows(record, keys[record.reference], keys, rows)
    rows.write()

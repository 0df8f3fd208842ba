"""The archive's home, its years, themes and subjects as records."""

from collections.abc import Callable
from typing import Any

from sourcebook import record
from sourcebook.publishing.gather.parts import addresses, contributions, rows
from sourcebook.publishing.gather.referents import Referents

ADDRESSES = ("former_slugs", "legacy_addresses")
RELATIONS: dict[str, tuple[str, ...]] = {
    "archive": (*ADDRESSES, "contributions"),
    "year": ADDRESSES,
    "theme": ADDRESSES,
    "subject": (
        *ADDRESSES, "essays", "essays__contributions", "selections", "selections__questions", "themes", "about",
    ),
}  # fmt: skip


def archive(row: Any, to: Referents) -> record.Archive:
    return record.Archive(
        slug=row.slug,
        **addresses(row),
        title=row.titles,
        subtitle=row.subtitle,
        description=row.description,
        languages=row.languages,
        contributions=contributions(row, to),
        publisher=row.publisher,
        licence=row.licence,
    )


def year(row: Any, to: Referents) -> record.Year:
    return record.Year(slug=row.slug, **addresses(row), title=row.titles, introduction=row.introduction)


def theme(row: Any, to: Referents) -> record.Theme:
    return record.Theme(
        slug=row.slug, **addresses(row), title=row.titles, summary=row.summary, introduction=row.introduction
    )


def _essay(row: Any, to: Referents) -> record.Essay:
    return record.Essay(
        language=row.language,
        body=row.body,
        title=row.title,
        contributions=contributions(row, to),
        date=row.date,
        translates=row.translates,
        bibliography=row.bibliography,
    )


def _selection(row: Any, to: Referents) -> record.Selection:
    return record.Selection(
        source=to.source(row.source_id),
        headnote=row.headnote,
        questions=tuple(question.text for question in rows(row, "questions")),
    )


def subject(row: Any, to: Referents) -> record.Subject:
    return record.Subject(
        slug=row.slug,
        **addresses(row),
        title=row.titles,
        year=to.year_above(row.path),
        date=row.date,
        summary=row.summary,
        image=row.image,
        essays=tuple(_essay(one, to) for one in rows(row, "essays")),
        selections=tuple(_selection(one, to) for one in rows(row, "selections")),
        themes=tuple(to.theme(one.theme_id) for one in rows(row, "themes")),
        about=tuple(to.authority(one.authority_id) for one in rows(row, "about")),
        comments=row.comments,
    )


GATHERERS: dict[str, Callable[[Any, Referents], record.Record]] = {
    "archive": archive,
    "year": year,
    "theme": theme,
    "subject": subject,
}

"""The archive's home, its years and themes; and what subjects share with them."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext
from wagtail.models import Page

from sourcebook import record as r
from sourcebook.authorities.languages import archive_languages, wording
from sourcebook.publishing.restore.desk_keys import DeskKeys
from sourcebook.publishing.restore.errors import RestoreError
from sourcebook.publishing.restore.identity import find, identify
from sourcebook.publishing.restore.rows import Rows, clear_rows, contributions
from sourcebook.publishing.restore.state import settle_draft, update_row
from sourcebook.publishing.restore.tree import plant
from sourcebook.publishing.restore.words import write_page_words
from sourcebook.subjects import models as m

Columns = Callable[[Any], dict[str, Any]]


def shared(record: Any, languages: tuple[str, ...]) -> dict[str, Any]:
    """What Wagtail wants of every page, and the title."""
    title = (wording(record.title, languages) or record.slug)[:255]
    return {
        "slug": record.slug,
        "title": title,
        "draft_title": title,
        "titles": record.title,
        "heading": (wording(record.title, languages) or record.slug)[:500],
    }


def write_pages(
    kind: str, records: Sequence[Any], keys: DeskKeys, columns: Columns, parent_of: Callable[[Any], Any]
) -> list[int]:
    """Write the pages of one kind without what belongs to them; the keys of those that were there before."""
    languages = archive_languages()
    model = m.PAGES[kind]
    there = find(kind, records)
    new = [record for record in records if record.slug not in there]
    given = identify(kind, new)
    made = [
        (
            model(identifier=given[record.slug], **shared(record, languages), **columns(record)),
            parent_of(record),
        )
        for record in new
    ]
    for page, _ in made:
        page.note_change()
    plant(model, made)
    for page, _ in made:
        keys.add(page.reference, page.pk)
    for record in records:
        if old := there.get(record.slug):
            parent = parent_of(record)
            if old.path[: -Page.steplen] != parent.path:
                old.move(parent, "last-child")
                old.refresh_from_db()
            update_row(old, {**shared(record, languages), **columns(record), **settle_draft(old)})
            if old.set_url_path(parent):
                Page.objects.filter(pk=old.pk).update(url_path=old.url_path)
            keys.add(record.reference, old.pk)
    before = [page.pk for page in there.values()]
    write_page_words(records, keys, before)
    return before


def write_addresses(records: Sequence[Any], old: Sequence[int], keys: DeskKeys, rows: Rows) -> None:
    """Former slugs and legacy addresses."""
    clear_rows(m.PageFormerSlug, "page", old)
    clear_rows(m.PageLegacyAddress, "page", old)
    for record in records:
        key = keys[record.reference]
        former = ({"slug": slug, "kind": record.kind} for slug in record.former_slugs)
        rows.add(m.PageFormerSlug, former, page_id=key)
        rows.add(m.PageLegacyAddress, ({"path": path} for path in record.legacy_addresses), page_id=key)


def home() -> Any:
    """The archive's page; a RestoreError where it is neither on the desk nor among the records."""
    page = m.ArchivePage.objects.first()
    if page is None:
        raise RestoreError(
            gettext("There is no archive record yet, and years and themes stand below it: import it first.")
        )
    return page


def _archive(record: r.Archive) -> dict[str, Any]:
    return {
        "subtitle": record.subtitle,
        "description": record.description,
        "languages": record.languages,
        "publisher": record.publisher,
        "licence": record.licence,
    }


def write_home(records: Sequence[r.Archive], keys: DeskKeys) -> None:
    """The archive itself; before its languages are asked for."""
    there = m.ArchivePage.objects.first()
    for record in records:
        if there is not None and there.slug != record.slug:
            raise RestoreError(
                gettext("The archive on the desk is %(reference)s: there cannot be %(reference2)s too.")
                % {"reference": there.reference, "reference2": record.reference}
            )
    old = write_pages("archive", records, keys, _archive, lambda record: Page.get_first_root_node())
    rows = Rows()
    write_addresses(records, old, keys, rows)
    rows.write()


def write_editors(records: Sequence[r.Archive], keys: DeskKeys) -> None:
    """The archive's byline, which points to authorities."""
    rows = Rows()
    for record in records:
        key = keys[record.reference]
        clear_rows(m.ArchiveContribution, "archive", [key])
        rows.add(m.ArchiveContribution, contributions(record.contributions, keys), archive_id=key)
    rows.write()


def write_years(records: Sequence[r.Year], keys: DeskKeys) -> None:
    if records:
        parent = home()
        old = write_pages(
            "year", records, keys, lambda record: {"introduction": record.introduction}, lambda _: parent
        )
        rows = Rows()
        write_addresses(records, old, keys, rows)
        rows.write()


def write_themes(records: Sequence[r.Theme], keys: DeskKeys) -> None:
    if records:
        parent = home()
        old = write_pages(
            "theme",
            records,
            keys,
            lambda record: {"summary": record.summary, "introduction": record.introduction},
            lambda _: parent,
        )
        rows = Rows()
        write_addresses(records, old, keys, rows)
        rows.write()

"""What lists and choosers find things by, written with the rows that it comes from."""

from collections.abc import Iterable, Sequence
from typing import Any

from sourcebook import record as r
from sourcebook.authorities.models import AbstractWord, NameWord, name_words
from sourcebook.publishing.restore.desk_keys import BATCH, DeskKeys
from sourcebook.publishing.restore.rows import clear_rows
from sourcebook.sources.models import TitleWord, title_words
from sourcebook.subjects.models import PageWord, page_words


def _write(model: type[AbstractWord], words: dict[int, Iterable[str]], old: Iterable[int]) -> None:
    clear_rows(model, "owner", old)
    model._default_manager.bulk_create(model.rows(words), batch_size=BATCH)


def write_name_words(records: Sequence[r.Authority], keys: DeskKeys, old: Iterable[int]) -> None:
    """In place of what the `old` ones among them were found by."""
    words = {keys[one.reference]: name_words(one.slug, one.names, one.identifiers) for one in records}
    _write(NameWord, {**words}, old)


def write_title_words(records: Sequence[r.Source], keys: DeskKeys, old: Iterable[int]) -> None:
    """In place of what the `old` ones among them were found by."""
    words = {
        keys[one.reference]: title_words(one.slug, one.title, one.holdings, one.identifiers)
        for one in records
    }
    _write(TitleWord, {**words}, old)


def write_page_words(records: Sequence[Any], keys: DeskKeys, old: Iterable[int]) -> None:
    """Of the archive, years, themes and subjects, in place of what the `old` ones among them were found by."""
    _write(PageWord, {keys[one.reference]: page_words(one.slug, one.title) for one in records}, old)

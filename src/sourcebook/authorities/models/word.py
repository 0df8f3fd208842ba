from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models.lookups import StartsWith

from sourcebook.authorities.words import LONGEST, words_of_query

FREQUENT = 5000
"""Rows from which on a beginning of a word, as a single letter is, counts as one that most things have."""


class WordField(models.CharField):  # type: ignore[type-arg]
    """A folded word, whose beginnings are looked up in an index."""


@WordField.register_lookup
class Begins(StartsWith):
    """`startswith` answered from an index: on SQLite as a range, elsewhere by LIKE with its pattern operators."""

    lookup_name = "begins"

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column, params = self.process_lhs(compiler, connection)
        return f"{column} >= %s AND {column} < %s", [*params, self.rhs, *params, f"{self.rhs}\U0010ffff"]


class AbstractWord(models.Model):
    """That a thing has a word in one of its names or titles; kept by whatever writes these."""

    word = WordField(max_length=LONGEST)

    class Meta:
        abstract = True
        indexes = [
            # Both columns, so that the index answers alone; the operators are PostgreSQL's, others pass them over.
            models.Index(
                fields=["word", "owner"],
                opclasses=["varchar_pattern_ops", "int8_ops"],
                name="%(app_label)s_%(class)s_begins",
            ),
            models.Index(
                fields=["owner", "word"],
                opclasses=["int8_ops", "varchar_pattern_ops"],
                name="%(app_label)s_%(class)s_of_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.word)

    @classmethod
    def _rows(cls) -> Any:
        """Untyped, because the column `owner` is each table's own."""
        return cls._default_manager.order_by()

    @classmethod
    def rows(cls, words: dict[int, Iterable[str]]) -> list[Self]:
        """Rows, still to be written, by the key of their thing."""
        return [cls(word=word, owner_id=owner) for owner, those in words.items() for word in sorted(those)]

    @classmethod
    def keep(cls, owner: int, words: set[str], *, also: bool = False) -> None:
        """Let a thing be found by these words, and, unless these are had `also`, by no others."""
        there = set(cls._rows().filter(owner=owner).values_list("word", flat=True))
        cls._default_manager.bulk_create(cls.rows({owner: words - there}))
        if not also and there - words:
            cls._rows().filter(owner=owner, word__in=there - words).delete()

    @classmethod
    def having(cls, things: models.QuerySet[Any], query: str) -> models.QuerySet[Any]:
        """Those that have a word beginning with each word of the query; all for an empty query."""
        if not query.strip():
            return things
        wanted = words_of_query(query)
        for word in wanted:
            rows = cls._rows().filter(word__begins=word)
            if rows[FREQUENT : FREQUENT + 1].exists():
                # Most have such a word: a walk along the list's own order meets a page of them at once.
                things = things.filter(models.Exists(rows.filter(owner_id=models.OuterRef("pk"))))
            else:
                things = things.filter(pk__in=rows.values("owner_id"))
        return things if wanted else things.none()

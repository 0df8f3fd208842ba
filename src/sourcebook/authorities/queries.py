"""Finding authorities by their names, in whichever language and script."""

from typing import Any

from django.db.models import QuerySet

from sourcebook.authorities.models import NameWord


def named(authorities: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Those with a name, slug or identifier elsewhere for each word of the query; all for an empty query."""
    return NameWord.having(authorities, query)

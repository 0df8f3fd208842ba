"""Finding sources by their titles."""

from typing import Any

from django.db.models import QuerySet

from sourcebook.sources.models import TitleWord


def titled(sources: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Those with a title, slug, call number or identifier for each word of the query; all for an empty one."""
    return TitleWord.having(sources, query)

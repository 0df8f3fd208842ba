"""Finding sources by their titles."""

from typing import Any

from django.db.models import Q, QuerySet

from sourcebook.authorities.languages import folded


def titled(sources: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Those that have every word of the query in one of their titles or in their slug; all for an empty query."""
    for word in folded(query).split():
        sources = sources.filter(Q(folded__contains=word) | Q(slug__contains=word))
    return sources

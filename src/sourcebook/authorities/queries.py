"""Finding authorities by their names, in whichever language and script."""

from typing import Any

from django.db.models import Q, QuerySet

from sourcebook.authorities.languages import folded
from sourcebook.authorities.models import Name


def named(authorities: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Those that have every word of the query in one name or another, or in their slug; all for an empty query."""
    for word in folded(query).split():
        having = Name.objects.filter(folded__contains=word).values("authority_id")
        authorities = authorities.filter(Q(pk__in=having) | Q(slug__contains=word))
    return authorities

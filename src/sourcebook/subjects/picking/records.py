"""`/admin/pick/`: records of one kind whose names have the words; and what references stand for."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from sourcebook.authorities.languages import archive_languages, wording
from sourcebook.authorities.models import AUTHORITIES, Authority, Name
from sourcebook.authorities.queries import named
from sourcebook.record.reference import kind_of, slug_of
from sourcebook.sources.desk.thumbnails import thumbnail_address
from sourcebook.sources.models import File, Source
from sourcebook.sources.queries import titled
from sourcebook.subjects.models import PAGES
from sourcebook.subjects.picking.asking import LONGEST, AskedWronglyError, answers, page_of, require
from sourcebook.subjects.queries import entitled

PER_PAGE = 20
_NAMED = 100
"""How many references are explained at once."""
OTHER_NAMES = 3

Item = dict[str, Any]

_SHOWN: dict[str, tuple[str, ...]] = {
    "source": ("slug", "heading", "medium", "date", "live"),
    **dict.fromkeys(AUTHORITIES, ("slug", "heading", "kind", "summary", "live")),
    **dict.fromkeys(PAGES, ("slug", "heading", "live")),
}
"""The columns of each kind that a picker shows."""


@answers
def pick(request: HttpRequest) -> dict[str, Any]:
    """`kind`, `q` and `page`: a page of items, and whether there are more."""
    kind, query, page = request.GET.get("kind", ""), request.GET.get("q", "")[:LONGEST], page_of(request)
    first = (page - 1) * PER_PAGE
    found = _found(request.user, kind, query)
    # First the keys, which an index gives in order, then the rows of this page alone.
    keys = list(found.values_list("pk", flat=True)[first : first + PER_PAGE + 1])
    rows = found.model._default_manager.order_by().only(*_SHOWN[kind]).in_bulk(keys[:PER_PAGE])
    items = _items(kind, [rows[key] for key in keys[:PER_PAGE] if key in rows])
    return {"items": items, "page": page, "more": len(keys) > PER_PAGE}


@answers
def names(request: HttpRequest) -> dict[str, Any]:
    """`reference`, several times: the title of each that there is."""
    by_kind: defaultdict[str, set[str]] = defaultdict(set)
    for reference in request.GET.getlist("reference")[:_NAMED]:
        by_kind[kind_of(reference)].add(slug_of(reference))
    titles: dict[str, str] = {}
    for kind, slugs in by_kind.items():
        if kind in ("source", *AUTHORITIES, *PAGES):
            rows = _found(request.user, kind, "").filter(slug__in=slugs).only(*_SHOWN[kind])
            titles |= {f"{kind}:{row.slug}": row.heading or row.slug for row in rows}
    return {"titles": titles}


def _found(user: Any, kind: str, query: str) -> Any:
    """The rows in the order of their headings, with no more columns than are shown."""
    if kind == "source":
        require(user, "sources", "source")
        return titled(Source.objects.order_by("heading", "pk"), query)
    if kind in AUTHORITIES:
        require(user, "authorities", kind)
        return named(Authority.objects.filter(kind=kind).order_by("heading", "pk"), query)
    if kind in PAGES:
        return entitled(PAGES[kind]._default_manager.order_by("heading", "pk"), query)
    raise AskedWronglyError(_("“%(kind)s” is no kind of thing that can be picked.") % {"kind": kind[:40]})


def _items(kind: str, rows: list[Any]) -> list[Item]:
    """Each with what tells it from others; two queries in all, however many there are."""
    if kind == "source":
        pictures = thumbnails(row.pk for row in rows)
        return [
            _item(
                kind,
                row,
                row.date.as_written if row.date else "",
                medium=row.medium,
                thumbnail=pictures.get(row.pk, ""),
            )
            for row in rows
        ]
    if kind in AUTHORITIES:
        languages = archive_languages()
        names = _names(rows)
        return [
            _item(kind, row, wording(row.summary, languages), **_called(row, names[row.pk])) for row in rows
        ]
    return [_item(kind, row, "") for row in rows]


def _item(kind: str, row: Any, detail: str, **more: Any) -> Item:
    return {
        "reference": f"{kind}:{row.slug}",
        "title": row.heading or row.slug,
        "detail": detail,
        "live": row.live,
        **more,
    }


def _names(rows: list[Any]) -> defaultdict[int, list[Name]]:
    found: defaultdict[int, list[Name]] = defaultdict(list)
    for name in Name.objects.filter(authority_id__in=[row.pk for row in rows]).order_by("sort_order", "pk"):
        found[name.authority_id].append(name)
    return found


def _called(row: Any, names: list[Name]) -> Item:
    """The name as a text has it, where the heading is as an index has it; and names in other languages and scripts."""
    own = [name for name in names if row.heading in (name.text, name.sort_as)]
    others = [name.text for name in names if name not in own]
    return {"name": own[0].text if own else row.heading, "names": others[:OTHER_NAMES]}


def thumbnails(sources: Iterable[int]) -> dict[int, str]:
    """By source the address of its first picture's thumbnail, which was made when the picture arrived."""
    found: dict[int, str] = {}
    files = File.objects.filter(source_id__in=list(sources), media_type__startswith="image/")
    for source, sha256 in files.order_by("sort_order", "pk").values_list("source_id", "sha256"):
        found.setdefault(source, thumbnail_address(sha256))
    return found

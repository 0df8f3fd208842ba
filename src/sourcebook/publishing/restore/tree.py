"""New pages, many at a time: Wagtail's own way of adding one costs as much as hundreds of plain rows."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from wagtail.models import Locale, Page

from sourcebook.publishing.restore.rows import insert_children


def _next_step(parent: Any) -> int:
    """The number of the first free place below a page."""
    last = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).order_by("-path").first()
    return 1 if last is None else Page._str2int(last.path[-Page.steplen :]) + 1


def plant(model: Any, pages: Sequence[tuple[Any, Any]]) -> None:
    """Insert pages of one model, each below its parent and after the children that are there."""
    locale = Locale.objects.order_by("pk").first()
    content_type = ContentType.objects.get_for_model(model)
    steps: dict[int, int] = {}
    added: dict[int, int] = defaultdict(int)
    for page, parent in pages:
        step = steps.get(parent.pk) or _next_step(parent)
        steps[parent.pk] = step + 1
        added[parent.pk] += 1
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, step)
        page.numchild = 0
        page.draft_title = page.title
        page.locale = locale
        page.content_type = content_type
        page.live = False
        page.set_url_path(parent)
    columns = [field.attname for field in Page._meta.local_concrete_fields if not field.primary_key]
    bases = [Page(**{column: getattr(page, column) for column in columns}) for page, _ in pages]
    Page.objects.bulk_create(bases, batch_size=500)
    for (page, _), base in zip(pages, bases, strict=True):
        page.pk = page.page_ptr_id = base.pk
        page._state.adding = False
    insert_children(model, [page for page, _ in pages])
    for pk, number in added.items():
        Page.objects.filter(pk=pk).update(numchild=F("numchild") + number)

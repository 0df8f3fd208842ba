"""Getting ready for the first editor, when Django is loaded: what a crash left is taken down, and the desk is warm.

The first pages of a desk take much longer than all later ones, because menus, forms and templates are made for them.
So they are asked for here, by nobody, and thrown away.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.db import connection
from django.test import RequestFactory
from django.urls import resolve, reverse

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.taking_down import take_down_what_is_left
from sourcebook.sources.models import Source
from sourcebook.subjects.models import YearPage

LOG = logging.getLogger("sourcebook.web")


def get_ready() -> None:
    """To be called in a thread, while readers and editors are answered; it fails at nothing that matters to them."""
    for do in (_take_down, warm_up):
        try:
            do()
        except Exception:
            LOG.exception("The desk could not get ready; it is open all the same.")
    connection.close()


def _take_down() -> None:
    take_down_what_is_left(current_archive())


def warm_up() -> None:
    """Make the desk's pages once, as an administrator would see them."""
    if connection.vendor == "sqlite":
        # What this connection would keep of a large desk, the memory of its thread would keep after its end.
        connection.cursor().execute("PRAGMA cache_size = -1000")
    with connection.execute_wrapper(_reading_only):
        for path in _pages():
            view, arguments, keywords = resolve(path)
            answer = view(_request(path), *arguments, **keywords)
            if hasattr(answer, "render"):
                answer.render()


def _pages() -> Iterator[str]:
    yield reverse("wagtailadmin_home")
    yield reverse(Source.snippet_viewset.get_url_name("list"))
    # Forms of what is there would note that somebody has them open.
    yield reverse(Source.snippet_viewset.get_url_name("add"))
    for year in YearPage.objects.order_by("-pk").values_list("pk", flat=True)[:1]:
        yield reverse("wagtailadmin_pages:add", args=["subjects", "subjectpage", year])


def _request(path: str) -> Any:
    request: Any = RequestFactory(SERVER_NAME="127.0.0.1").get(path)
    request.user = User(pk=0, is_active=True, is_superuser=True)
    request.session = SessionStore()
    return request


def _reading_only(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    """Looking at pages writes nothing."""
    if not sql.startswith("SELECT"):
        raise RuntimeError(sql)
    return execute(sql, *rest)

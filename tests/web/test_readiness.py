"""A server makes the desk's pages once, for nobody, before the first editor comes."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.models import EditingSession

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Source, Year
from sourcebook.web.readiness import warm_up

pytestmark = pytest.mark.django_db


def test_it_looks_at_pages_and_leaves_no_trace(archive: ArchiveFolder) -> None:
    restore_all(
        [
            Archive(slug="archive", title={"en": "Trial"}, languages=("en",)),
            Year(slug="1956"),
            Source(slug="speech", medium="text", title={"en": "Speech"}),
        ]
    )
    with CaptureQueriesContext(connection) as queries:
        warm_up()
    asked = [query["sql"] for query in queries.captured_queries]
    assert any("sources_source" in sql for sql in asked)
    assert all(sql.startswith(("SELECT", "PRAGMA cache_size")) for sql in asked)
    assert not User.objects.exists()
    assert not EditingSession.objects.exists()

"""Whole archives: what arrives is what the desk gathers, and arriving again changes nothing."""

import tempfile
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from sourcebook.ingest import folder
from sourcebook.ingest.exporting import export_archive
from sourcebook.ingest.settle import settle
from sourcebook.publishing.gather import gather_all
from sourcebook.record import Record
from tests.records import FILES, archives

pytestmark = pytest.mark.django_db


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(archive=archives())
def test_import_export_import_changes_nothing(archive: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name, transaction.atomic():
        here = Path(name)
        for sha256, data in FILES.items():
            (here / sha256).write_bytes(data)
        folder.write(archive, lambda sha256: here / sha256, here / "first")
        report = settle(folder.read(here / "first"))
        assert report.counts["made"] == len(archive), report.as_text()
        assert {record.reference: record for record in gather_all()} == {r.reference: r for r in archive}
        export_archive(here / "second")
        again = settle(folder.read(here / "second"))
        assert again.counts["left_alone"] == len(archive), again.as_text()
        transaction.set_rollback(True)

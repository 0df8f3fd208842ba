"""What is restored is gathered again, whole archives at a time."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from sourcebook.publishing.gather import gather, gather_all
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Record
from tests.records import archives

pytestmark = pytest.mark.django_db


def by_reference(records: list[Record]) -> dict[str, Record]:
    return {record.reference: record for record in records}


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(archive=archives())
def test_what_is_restored_is_gathered_again(archive: list[Record]) -> None:
    with transaction.atomic():
        restore_all(archive)
        assert by_reference(list(gather_all())) == by_reference(archive)
        restore_all(archive)
        assert by_reference(list(gather_all())) == by_reference(archive)
        assert [gather(record.reference) for record in archive] == archive
        transaction.set_rollback(True)

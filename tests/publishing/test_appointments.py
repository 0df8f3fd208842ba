"""What is due at an hour is found by indexes, however much there is that is not; and things of every kind end."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.appointments import keep_appointments, over
from sourcebook.publishing.log import live, withdrawals
from sourcebook.publishing.models import Run
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.recording import record_published
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name, Person, Place, Record, Source, Subject, Year

pytestmark = pytest.mark.django_db

RECORDS: list[Record] = [
    Archive(slug="archive", title={"en": "Moments"}, languages=("en",)),
    Year(slug="1956"),
    Person(slug="nagy", names=(Name(text="Imre Nagy"),)),
    Place(slug="budapest", names=(Name(text="Budapest"),)),
    Source(slug="speech", medium="text", title={"en": "The Speech"}),
    Subject(slug="thaw", title={"en": "The Thaw"}, year="year:1956"),
]


@pytest.fixture
def desk(archive: ArchiveFolder) -> ArchiveFolder:
    restore_all(RECORDS)
    record_published([record.reference for record in RECORDS])
    return archive


def end(reference: str, at: Any) -> None:
    kind, _, slug = reference.partition(":")
    MODELS[kind]._default_manager.filter(slug=slug).update(expire_at=at)


def standing() -> set[str]:
    return {line.reference for line in live().values()}


def test_the_past_ends_are_read_from_indexes(desk: ArchiveFolder) -> None:
    plans = [rows.explain() for rows in over(timezone.now())]
    assert len(plans) == 3
    for plan in plans:
        assert "_by_end" in plan, plan
        assert "SCAN" not in plan


def test_where_nothing_is_due_it_asks_four_questions(
    desk: ArchiveFolder, django_assert_num_queries: Any
) -> None:
    end("source:speech", timezone.now() + timedelta(days=1))
    with django_assert_num_queries(4):
        keep_appointments()
    assert standing() == {record.reference for record in RECORDS}


def test_things_of_every_kind_end_at_their_hour(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    over_now = ["person:nagy", "source:speech", "subject:thaw"]
    for reference in over_now:
        end(reference, timezone.now() - timedelta(minutes=1))
    end("place:budapest", timezone.now() + timedelta(minutes=5))
    with django_capture_on_commit_callbacks(execute=True):
        keep_appointments()
    assert standing() == {record.reference for record in RECORDS} - set(over_now)
    assert {line.reference for line in withdrawals()} == set(over_now)
    assert not Run.objects.filter(kind="appointment").exists()
    # And none of it a second time.
    keep_appointments()
    assert len(withdrawals()) == len(over_now)


def test_what_cannot_end_is_told_once(desk: ArchiveFolder) -> None:
    end("archive:archive", timezone.now() - timedelta(minutes=1))
    keep_appointments()
    keep_appointments()
    (told,) = Run.objects.filter(kind="appointment")
    assert "cannot be withdrawn" in told.error
    assert "archive:archive" in standing()

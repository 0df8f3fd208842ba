"""The editor's forms: opened and sent back as they stand they change nothing, and every field of a record is there."""

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings

from sourcebook.publishing.gather import gather_all
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Record
from sourcebook.subjects.models import PAGES
from tests.desk_forms import submit
from tests.records import archives

pytestmark = pytest.mark.django_db


def edit_address(record: Record) -> str:
    model = MODELS[record.kind]
    key = model.objects.get(slug=record.slug).pk
    if record.kind in PAGES:
        return reverse("wagtailadmin_pages:edit", args=[key])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[key])


# Each example opens and sends dozens of forms, so that shrinking one would take minutes.
@settings(max_examples=3, phases=(Phase.generate,), suppress_health_check=[HealthCheck.too_slow])
@given(archive=archives())
def test_saving_unchanged_changes_nothing(archive: list[Record]) -> None:
    with transaction.atomic():
        restore_all(archive)
        client = Client()
        client.force_login(User.objects.create_superuser("editor"))
        for record in archive:
            answer = submit(client, edit_address(record))
            assert answer.status_code == 302, (record, answer.context and answer.context["form"].errors)
        assert {r.reference: r for r in gather_all()} == {r.reference: r for r in archive}
        transaction.set_rollback(True)

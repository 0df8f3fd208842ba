"""One's own account: who was let in with a name for signing in alone can choose the language of the desk."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit

pytestmark = pytest.mark.django_db


def test_the_language_is_chosen_without_telling_name_and_address(archive: ArchiveFolder) -> None:
    create_editor("anna", "a long pass phrase", "editor")
    client = Client()
    assert client.login(username="anna", password="a long pass phrase")
    page = client.get("/admin/account/").content.decode()
    assert 'value="localtime"' not in page
    assert 'value="Europe/Warsaw"' in page
    answer = submit(client, "/admin/account/", **{"locale-preferred_language": "ru"})
    assert answer.status_code == 302
    assert "Источники" in client.get("/admin/").content.decode()
    assert not User.objects.get().first_name

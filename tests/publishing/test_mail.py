"""Letters about reviews reach a real mail server; one that is away breaks no click; passwords are renewed by letter."""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from sourcebook.archive_folder import ArchiveFolder, ArchiveFolderError, make_archive_folder, open_archive
from sourcebook.publishing.background.worker import keep_house
from sourcebook.publishing.mail.sending import ATTEMPTS
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Rights, Source, Year
from sourcebook.sources.models import Source as SourceRow
from sourcebook.subjects.models import YearPage
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit
from tests.smtp_server import MailServer, mail_server

pytestmark = pytest.mark.django_db

FREE = Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/")


@pytest.fixture
def outbox(archive: ArchiveFolder, settings: Any) -> Iterator[Path]:
    settings.EMAIL_BACKEND = "sourcebook.publishing.mail.outbox.OutboxBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_USE_TLS = False
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = True
    settings.WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = settings.DEFAULT_FROM_EMAIL = "Archive <desk@example.org>"
    yield archive.outbox
    shutil.rmtree(archive.outbox, ignore_errors=True)


@pytest.fixture
def server(outbox: Path, settings: Any) -> Iterator[MailServer]:
    with mail_server() as server:
        settings.EMAIL_PORT = server.port
        yield server


@pytest.fixture
def desk(outbox: Path) -> None:
    restore_all(
        [
            Archive(slug="archive", title={"en": "Trial"}),
            Year(slug="1956"),
            Source(slug="free", medium="text", title={"en": "Свободно"}, rights=FREE),
            Source(slug="bound", medium="text", title={"en": "Bound"}),
        ]
    )
    for role in ("editor", "reviewer", "archivist"):
        create_editor(role, "a long pass phrase", role, f"{role}@example.org")


def signed_in(role: str) -> Client:
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def form(slug: str) -> str:
    row = SourceRow.objects.get(slug=slug)
    return reverse(SourceRow.snippet_viewset.get_url_name("edit"), args=[row.pk])


def review(client: Client, thing: Any, deed: str, comment: str) -> Any:
    state = thing.current_workflow_task_state
    name = (
        "wagtailadmin_pages:workflow_action"
        if isinstance(thing, YearPage)
        else thing.snippet_viewset.get_url_name("workflow_action")
    )
    return client.post(reverse(name, args=[thing.pk, deed, state.pk]), {"comment": comment})


def test_a_review_is_told_by_letters(
    desk: None, server: MailServer, django_capture_on_commit_callbacks: Any
) -> None:
    editor, reviewer = signed_in("editor"), signed_in("reviewer")
    UserProfile.objects.create(user=User.objects.get(username="archivist"), submitted_notifications=False)
    with django_capture_on_commit_callbacks(execute=True):
        submit(editor, form("free"), **{"action-submit": "yes"})
    keep_house()
    ((subject, words),) = server.letters_to("reviewer@example.org")
    assert "Свободно" in subject
    assert "/admin/" in words
    assert not server.letters_to("archivist@example.org"), "Who does not want to be told is not told."
    source = SourceRow.objects.get(slug="free")
    review(reviewer, source, "reject", "The date is missing.")
    keep_house()
    ((subject, words),) = server.letters_to("editor@example.org")
    assert "reject" in subject.casefold() or "reject" in words.casefold()
    assert "The date is missing." in words
    submit(editor, form("free"), **{"action-submit": "yes"})
    review(reviewer, SourceRow.objects.get(slug="free"), "approve", "")
    keep_house()
    assert SourceRow.objects.get(slug="free").live
    assert len(server.letters_to("editor@example.org")) == 2


def test_pages_are_reviewed_alike(desk: None, server: MailServer) -> None:
    year = YearPage.objects.get(slug="1956")
    submit(
        signed_in("editor"), reverse("wagtailadmin_pages:edit", args=[year.pk]), **{"action-submit": "yes"}
    )
    review(signed_in("reviewer"), YearPage.objects.get(slug="1956"), "approve", "Well done.")
    keep_house()
    assert YearPage.objects.get(slug="1956").live
    assert len(server.letters_to("reviewer@example.org")) == 1
    assert len(server.letters_to("editor@example.org")) == 1


def test_what_is_published_despite_faults_is_told_to_the_other_reviewers(
    desk: None, server: MailServer, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        signed_in("reviewer").post(
            reverse("gate") + "?of=source:bound", {"despite": "yes", "reason": "The heirs were asked."}
        )
    keep_house()
    ((subject, words),) = server.letters_to("archivist@example.org")
    assert "Bound" in subject
    assert "The heirs were asked." in words
    assert "rights statement" in words
    assert not server.letters_to("reviewer@example.org")
    assert not server.letters_to("editor@example.org")


def test_a_mail_server_that_is_away_breaks_no_click_and_loses_no_letter(
    desk: None, outbox: Path, settings: Any
) -> None:
    with mail_server() as gone:
        settings.EMAIL_PORT = gone.port
    assert submit(signed_in("editor"), form("free"), **{"action-submit": "yes"}).status_code == 302
    (letter, _other) = sorted(outbox.glob("*.letter"))
    assert stat.S_IMODE(letter.stat().st_mode) == 0o600
    assert stat.S_IMODE(outbox.stat().st_mode) == 0o700
    keep_house()
    assert len(list(outbox.glob("*.letter"))) == 2
    with mail_server() as server:
        settings.EMAIL_PORT = server.port
        keep_house()
        assert not server.taken, "Its next attempt is not due yet."
        for path in outbox.glob("*.letter"):
            os.utime(path, (0, 0))
        keep_house()
        assert len(server.taken) == 2
    assert not list(outbox.glob("*.letter"))


def test_a_letter_that_nobody_takes_is_put_by_in_the_end(
    desk: None, outbox: Path, server: MailServer
) -> None:
    User.objects.filter(username="reviewer").update(email="nobody@example.org")
    submit(signed_in("editor"), form("free"), **{"action-submit": "yes"})
    for _ in range(ATTEMPTS):
        for path in outbox.glob("*.letter"):
            os.utime(path, (0, 0))
        keep_house()
    assert len(server.letters_to("archivist@example.org")) == 1
    assert len(list((outbox / "unsent").glob("*.letter"))) == 1
    assert not list(outbox.glob("*.letter"))


def test_a_password_is_renewed_by_letter(desk: None, server: MailServer) -> None:
    client = Client()
    answer = client.post(reverse("wagtailadmin_password_reset"), {"email": "editor@example.org"})
    assert answer.status_code == 302
    client.post(reverse("wagtailadmin_password_reset"), {"email": "stranger@example.org"})
    keep_house()
    ((_, words),) = server.letters_to("editor@example.org")
    assert len(server.taken) == 1, "Strangers get no letter."
    found = re.search(r"https?://[^/\s]+(/admin/password_reset/\S+)", words)
    assert found
    choose = client.get(found[1], follow=True)
    address = choose.redirect_chain[-1][0]
    client.post(address, {"new_password1": "quite another phrase", "new_password2": "quite another phrase"})
    assert Client().login(username="editor", password="quite another phrase")


def test_what_archive_toml_says_of_mail(tmp_path: Path) -> None:
    archive = make_archive_folder(tmp_path / "archive", address="http://127.0.0.1:8000")
    path = archive.folder / "archive.toml"
    path.write_text(
        '[mail]\nhost = "mail.example.org"\nsender = "desk@example.org"\npassword_file = "mail.password"\n'
    )
    with pytest.raises(ArchiveFolderError, match="cannot be read"):
        open_archive(archive.folder).mail_password()
    (archive.folder / "mail.password").write_text("open sesame\n")
    read = open_archive(archive.folder)
    assert (read.settings.mail.port, read.settings.mail.security) == (587, "starttls")
    assert read.mail_password() == "open sesame"
    path.write_text('[mail]\nhost = "mail.example.org"\n')
    with pytest.raises(ArchiveFolderError, match="no sender"):
        open_archive(archive.folder)
    path.write_text('[mail]\nsecurity = "perhaps"\n')
    with pytest.raises(ArchiveFolderError, match="not understood"):
        open_archive(archive.folder)

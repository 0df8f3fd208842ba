"""Letters to a mail server that wants an encrypted connection and a login; and what the desk says of one in trouble."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import send_mail
from django.test import Client

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.background.worker import keep_house
from sourcebook.publishing.mail.sending import ATTEMPTS
from sourcebook.web.editors import create_editor
from tests.publishing.test_mail import outbox
from tests.smtp_server import mail_server, make_certificate

__all__ = ["outbox"]

pytestmark = pytest.mark.django_db

LOGIN = ("desk", "open sesame")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def desk(outbox: Path, settings: Any) -> Path:
    settings.EMAIL_USE_TLS = True
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = LOGIN
    create_editor("ada", "a long pass phrase", "administrator")
    return outbox


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate stands among those that this computer trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


def write() -> None:
    send_mail("A subject", "Some words", None, ["reviewer@example.org"])


def waiting(outbox: Path) -> list[Path]:
    return list(outbox.glob("*.letter"))


def try_again(outbox: Path) -> None:
    for path in waiting(outbox):
        os.utime(path, (0, 0))
    keep_house()


def told() -> str:
    """What the desk's first page and its list of work say."""
    client = Client()
    assert client.login(username="ada", password="a long pass phrase")
    work, home = (client.get(address).content.decode() for address in ("/admin/work/", "/admin/"))
    assert ("mail server" in work) == ("mail server" in home)
    return work


def test_a_letter_goes_encrypted_and_signed_in(
    desk: Path, certificate: Path, trusted: None, settings: Any
) -> None:
    with mail_server(certificate, LOGIN) as server:
        settings.EMAIL_PORT = server.port
        write()
        keep_house()
        ((subject, words),) = server.letters_to("reviewer@example.org")
        assert (subject, words.strip()) == ("A subject", "Some words")
        assert server.encrypted == [True]
        assert [encrypted for encrypted, _ in server.logins] == [True]
    assert not waiting(desk)
    assert "mail server" not in told()


def test_a_certificate_that_nobody_trusts_is_given_no_password(
    desk: Path, certificate: Path, settings: Any
) -> None:
    with mail_server(certificate, LOGIN) as server:
        settings.EMAIL_PORT = server.port
        write()
        keep_house()
        assert (server.logins, server.taken) == ([], [])
    assert len(waiting(desk)) == 1
    assert "certificate that this computer does not trust" in told()


def test_a_server_without_encryption_is_given_neither_letter_nor_password(desk: Path, settings: Any) -> None:
    with mail_server(None, LOGIN) as server:
        settings.EMAIL_PORT = server.port
        write()
        keep_house()
        assert (server.logins, server.taken) == ([], [])
    assert len(waiting(desk)) == 1
    assert "offers no encrypted connection" in told()


def test_a_refused_login_keeps_the_letters_until_it_is_right(
    desk: Path, certificate: Path, trusted: None, settings: Any
) -> None:
    settings.EMAIL_HOST_PASSWORD = "wrong"
    with mail_server(certificate, LOGIN) as server:
        settings.EMAIL_PORT = server.port
        write()
        for _ in range(ATTEMPTS + 2):
            try_again(desk)
        assert server.taken == []
        page = told()
        assert "refuses the name and password of archive.toml" in page
        assert "One letter waits." in page
        assert "wrong" not in page
        # The letter is none the worse for it, however often it was tried.
        assert len(waiting(desk)) == 1
        settings.EMAIL_HOST_PASSWORD = LOGIN[1]
        try_again(desk)
        assert len(server.taken) == 1
    assert "mail server" not in told()


def test_a_server_that_is_away_for_days_loses_no_letter(
    desk: Path, certificate: Path, trusted: None, settings: Any, archive: ArchiveFolder
) -> None:
    with mail_server(certificate) as gone:
        settings.EMAIL_PORT = gone.port
    write()
    write()
    for _ in range(ATTEMPTS * 3):
        try_again(desk)
    assert len(waiting(desk)) == 2
    assert not (desk / "unsent").exists()
    assert "cannot be reached" in told()
    assert "2 letters wait." in told()
    with mail_server(certificate, LOGIN) as server:
        settings.EMAIL_PORT = server.port
        try_again(desk)
        assert len(server.taken) == 2
    assert "mail server" not in told()

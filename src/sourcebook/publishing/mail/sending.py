"""Sending what lies in the outbox: again later where the mail server is away, put by where it refuses for good."""

import fcntl
import logging
import os
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time

import msgspec
from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.background.worker import duty
from sourcebook.publishing.mail.outbox import SUFFIX, Letter
from sourcebook.publishing.mail.trouble import keep_trouble, no_more_trouble

LOG = logging.getLogger("sourcebook.mail")

ATTEMPTS = 10
"""After about four hours a letter that is refused is put by, in the folder `unsent`."""
REFUSALS = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)
"""The mail server's word on one letter, as against a connection that broke."""
FIRST_PAUSE = 30.0
"""Seconds before the second attempt; each further pause is twice as long."""
LONGEST_PAUSE = 1800.0
"""Seconds between attempts while the mail server takes no letters at all."""


@duty
def send_letters() -> None:
    """Send what is due; where another worker is at it, leave it to that one."""
    if not settings.EMAIL_HOST or not (folder := current_archive().outbox).is_dir():
        return
    due = [path for path in sorted(folder.glob(f"*{SUFFIX}")) if path.stat().st_mtime <= time()]
    if not due:
        return
    with _alone(folder) as alone:
        if alone:
            _send(due)


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _send(due: list[Path]) -> None:
    connection, folder = EmailBackend(), current_archive().outbox
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        LOG.warning("The mail server takes no letters (%s); they wait in the outbox.", error)
        keep_trouble(folder, error)
        _close(connection)
        for path in due:
            _wait(path)
        return
    no_more_trouble(folder)
    try:
        for path in due:
            _send_one(connection, path)
    finally:
        _close(connection)


def _close(connection: EmailBackend) -> None:
    with suppress(OSError, smtplib.SMTPException):
        connection.close()


def _send_one(connection: EmailBackend, path: Path) -> None:
    letter = _read(path)
    if letter is None:
        return
    try:
        if connection.connection is None:
            raise smtplib.SMTPServerDisconnected("no connection")
        connection.connection.sendmail(letter.sender, list(letter.to), letter.message)
    except (OSError, smtplib.SMTPException) as error:
        LOG.warning("A letter to %s was not taken by the mail server (%s).", ", ".join(letter.to), error)
        (_refused if isinstance(error, REFUSALS) else _wait)(path)
        return
    path.unlink()


def _wait(path: Path) -> None:
    """The mail server takes none at all, for which this letter cannot be blamed: keep it, however long that is."""
    if letter := _read(path):
        pause = min(FIRST_PAUSE * 2**letter.waits, LONGEST_PAUSE)
        _lay_again(path, msgspec.structs.replace(letter, waits=letter.waits + 1), pause)


def _refused(path: Path) -> None:
    """Wait twice as long as before; in the end put the letter by."""
    letter = _read(path)
    if letter is None:
        return
    if letter.attempts + 1 >= ATTEMPTS:
        unsent = path.parent / "unsent"
        unsent.mkdir(mode=0o700, exist_ok=True)
        path.replace(unsent / path.name)
        LOG.error("A letter to %s could not be sent; it is kept in %s.", ", ".join(letter.to), unsent)
        return
    tried = msgspec.structs.replace(letter, attempts=letter.attempts + 1)
    _lay_again(path, tried, FIRST_PAUSE * 2**letter.attempts)


def _read(path: Path) -> Letter | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Letter)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


def _lay_again(path: Path, letter: Letter, pause: float) -> None:
    """In its own place, due after so many seconds."""
    aside = path.with_suffix(".aside")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(msgspec.json.encode(letter))
    due = time() + pause
    os.utime(aside, (due, due))
    aside.replace(path)

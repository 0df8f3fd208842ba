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

LOG = logging.getLogger("sourcebook.mail")

ATTEMPTS = 10
"""After about four hours a letter is put by, in the folder `unsent`."""
FIRST_PAUSE = 30.0
"""Seconds before the second attempt; each further pause is twice as long."""


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
    connection = EmailBackend()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        LOG.warning("The mail server cannot be reached (%s); letters wait in the outbox.", error)
        for path in due:
            _later(path)
        return
    try:
        for path in due:
            _send_one(connection, path)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.close()


def _send_one(connection: EmailBackend, path: Path) -> None:
    try:
        letter = msgspec.json.decode(path.read_bytes(), type=Letter)
    except (FileNotFoundError, msgspec.MsgspecError):
        return
    try:
        if connection.connection is None:
            raise smtplib.SMTPServerDisconnected("no connection")
        connection.connection.sendmail(letter.sender, list(letter.to), letter.message)
    except (OSError, smtplib.SMTPException) as error:
        LOG.warning("A letter to %s was not taken by the mail server (%s).", ", ".join(letter.to), error)
        _later(path)
        return
    path.unlink()


def _later(path: Path) -> None:
    """Wait twice as long as before; in the end put the letter by."""
    try:
        letter = msgspec.json.decode(path.read_bytes(), type=Letter)
    except msgspec.MsgspecError:
        return
    if letter.attempts + 1 >= ATTEMPTS:
        unsent = path.parent / "unsent"
        unsent.mkdir(mode=0o700, exist_ok=True)
        path.replace(unsent / path.name)
        LOG.error("A letter to %s could not be sent; it is kept in %s.", ", ".join(letter.to), unsent)
        return
    tried = msgspec.structs.replace(letter, attempts=letter.attempts + 1)
    aside = path.with_suffix(".aside")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(msgspec.json.encode(tried))
    due = time() + FIRST_PAUSE * 2**letter.attempts
    os.utime(aside, (due, due))
    aside.replace(path)

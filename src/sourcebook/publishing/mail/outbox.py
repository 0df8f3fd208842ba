"""The outbox: one file a letter, readable by its owner alone, because letters hold links that let people in."""

import os
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

import msgspec
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from sourcebook.archive_folder import current_archive

SUFFIX = ".letter"


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter with its envelope, as it is handed to a mail server."""

    sender: str
    to: tuple[str, ...]
    message: bytes
    """RFC 5322."""
    attempts: int = 0
    """How often the mail server has refused this letter."""
    waits: int = 0
    """How often there was no mail server that takes letters."""


def lay(folder: Path, letter: Letter) -> Path:
    """Write a letter aside, put it on the disk, then under its name; names are in the order of writing."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{timezone.now():%Y%m%dT%H%M%S%f}-{uuid4().hex}"
    path, aside = folder / f"{name}{SUFFIX}", folder / f"{name}.aside"
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(msgspec.json.encode(letter))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    return path


class OutboxBackend(BaseEmailBackend):
    """What Django and Wagtail send goes into the outbox."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        folder = current_archive().outbox
        laid = 0
        for message in messages:
            if to := tuple(message.recipients()):
                letter = Letter(sender=message.from_email, to=to, message=message.message().as_bytes())
                lay(folder, letter)
                laid += 1
        return laid

"""An archive is a folder: what lies where in it, and what its `archive.toml` says."""

import os
import secrets
import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec

from sourcebook.errors import SourcebookError

SETTINGS = "archive.toml"
ENVIRONMENT = "SOURCEBOOK_ARCHIVE"
MAIL_PASSWORD = "SOURCEBOOK_MAIL_PASSWORD"  # noqa: S105 - the name of a variable, no password


class ArchiveFolderError(SourcebookError):
    """The folder is no archive, or its settings cannot be read."""


class Mail(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mail server by which the desk tells people of reviews and gives new passwords."""

    host: str = ""
    """The server's name; left out, no e-mail is sent."""
    port: int = 587
    """587 for `starttls`, 465 for `tls`, 25 for `none`, as a rule."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """Whether the connection is encrypted after a greeting, from the beginning, or not at all."""
    user: str = ""
    """The name to sign in with; left out, nobody signs in."""
    password_file: str = ""
    """A file that holds nothing but the password, seen from the archive's folder; else the variable
    `SOURCEBOOK_MAIL_PASSWORD` is asked."""
    sender: str = ""
    """The address that letters come from, as in `Archive <desk@example.org>`; needed with `host`."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `archive.toml` may say; every line may be left out."""

    address: str = "http://127.0.0.1:8000"
    """Where readers find the archive, without a slash at the end."""
    database: str = ""
    """`postgres://user:password@host:5432/name`, for which the package psycopg must be installed beside Sourcebook;
    left out, the database is `desk.sqlite3` in the folder."""
    hosts: tuple[str, ...] = ()
    """Further host names under which the editor may be reached."""
    mail: Mail = Mail()
    """The table `[mail]`, see below."""


class ArchiveFolder(msgspec.Struct, frozen=True, kw_only=True):
    """The folder of one archive, absolute, and its settings."""

    folder: Path
    settings: Settings = Settings()

    @property
    def address(self) -> str:
        return self.settings.address.rstrip("/")

    @property
    def database(self) -> Path:
        return self.folder / "desk.sqlite3"

    @property
    def inbox(self) -> Path:
        """Masters by checksum."""
        return self.folder / "inbox"

    @property
    def access(self) -> Path:
        """Access copies and the library of what is published; can be deleted and made again."""
        return self.folder / "access"

    @property
    def thumbnails(self) -> Path:
        """Small pictures of masters, for editors alone."""
        return self.access / "thumbnails"

    @property
    def public(self) -> Path:
        """Baked pages; can be deleted and made again."""
        return self.folder / "public"

    @property
    def index(self) -> Path:
        """The search index; can be deleted and made again."""
        return self.folder / "index"

    @property
    def outbox(self) -> Path:
        """Letters that wait to be sent."""
        return self.folder / "outbox"

    def mail_password(self) -> str:
        """From its file or the surroundings; an ArchiveFolderError where the file cannot be read."""
        if not self.settings.mail.password_file:
            return os.environ.get(MAIL_PASSWORD, "")
        path = self.folder / self.settings.mail.password_file
        try:
            return path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ArchiveFolderError(
                f"The password of the mail server cannot be read from {path}: {error}. "
                f"Write it there, or correct password_file in {SETTINGS}."
            ) from error

    @property
    def secret_file(self) -> Path:
        return self.folder / "secret"

    def master(self, sha256: str) -> Path:
        """Where the file with this checksum lies, or will lie."""
        return self.inbox / sha256[:2] / sha256

    def secret(self) -> str:
        """What sessions are signed with: made once, readable by its owner alone."""
        try:
            return self.secret_file.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            pass
        aside = self.secret_file.with_name(f"secret.{os.getpid()}")
        aside.touch(mode=0o600)
        aside.write_text(secrets.token_urlsafe(50) + "\n", encoding="ascii")
        try:
            # A link fails where another process was quicker, so that all take the same secret.
            os.link(aside, self.secret_file)
        except FileExistsError:
            pass
        finally:
            aside.unlink()
        return self.secret_file.read_text(encoding="ascii").strip()


def open_archive(folder: Path) -> ArchiveFolder:
    """The archive in a folder; an ArchiveFolderError that says what to do where there is none."""
    path = folder.resolve() / SETTINGS
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ArchiveFolderError(
            f"There is no {SETTINGS} in {folder}: go to an archive's folder, name one with --archive, "
            "or make one with `sourcebook new`."
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ArchiveFolderError(f"{path} cannot be read: {error}.") from error
    try:
        settings = msgspec.convert(told, Settings)
    except msgspec.ValidationError as error:
        raise ArchiveFolderError(
            f"{path} has a setting that is not understood: {error}. "
            f"Known are {', '.join(Settings.__struct_fields__)}."
        ) from error
    if settings.mail.host and "@" not in settings.mail.sender:
        raise ArchiveFolderError(
            f'{path} names a mail server but no sender: write sender = "desk@example.org" below [mail].'
        )
    return ArchiveFolder(folder=path.parent, settings=settings)


def current_archive() -> ArchiveFolder:
    """The archive this process works on: the one `configure` was given, else that of the current folder."""
    return open_archive(Path(os.environ.get(ENVIRONMENT) or Path.cwd()))


def make_archive_folder(folder: Path, *, address: str) -> ArchiveFolder:
    """A new, empty archive's folder with its settings; refused where something lies there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ArchiveFolderError(f"{folder} is not empty: name a folder that does not exist yet.")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SETTINGS).write_text(f'address = "{address}"\n', encoding="utf-8")
    archive = open_archive(folder)
    archive.secret()
    return archive

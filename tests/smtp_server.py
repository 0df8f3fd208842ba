"""A mail server on this machine, as small as one can be: what it is handed can be read afterwards."""

import base64
import shutil
import socketserver
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Thread

import pytest

REQUEST = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"


def make_certificate(folder: Path) -> Path:
    """A certificate of this machine with its key, in one file, made now and trusted by nobody."""
    if not shutil.which("openssl"):
        pytest.skip("THERE IS NO openssl: install Debian's openssl.")
    path = folder / "certificate.pem"
    key = folder / "key.pem"
    subprocess.run(
        ["openssl", *REQUEST.split(), "-keyout", str(key), "-out", str(path)], check=True, capture_output=True
    )
    path.write_text(path.read_text() + key.read_text())
    return path


class _Talk(socketserver.StreamRequestHandler):
    """One client, in the words of RFC 5321, 3207 (STARTTLS) and 4954 (AUTH)."""

    server: "MailServer"
    encrypted = known = False

    def handle(self) -> None:
        self._say("220 here")
        try:
            while line := self.rfile.readline():
                if not self._answer(line):
                    return
        except ssl.SSLError:
            # The client does not trust the certificate, and says nothing more.
            return

    def finish(self) -> None:
        super().finish()
        self.rfile.close()
        self.request.close()

    def _answer(self, line: bytes) -> bool:
        """Answer one line; False at the end."""
        verb, *words = line.split() or [b""]
        match verb.upper():
            case b"EHLO" | b"HELO":
                self._say("\r\n".join([*(f"250-{one}" for one in self._offers()), "250 8BITMIME"]))
            case b"STARTTLS" if self.server.context:
                self._say("220 Go on")
                self._encrypt(self.server.context)
            case b"AUTH" if words[0].upper() == b"PLAIN":
                self._sign_in(base64.b64decode(words[1]))
            case b"AUTH":
                self._say("504 Only PLAIN")
            case b"MAIL" if self.server.login and not self.known:
                self._say("530 Sign in first")
            case b"RCPT" if b"nobody@" in line:
                self._say("550 There is nobody of that name")
            case b"DATA":
                self._say("354 Go on")
                self._take()
                self._say("250 Taken")
            case b"QUIT":
                self._say("221 Farewell")
                return False
            case _:
                self._say("250 Well")
        return True

    def _offers(self) -> Iterator[str]:
        yield "here"
        if self.server.context and not self.encrypted:
            yield "STARTTLS"
        elif self.server.login:
            yield "AUTH PLAIN"

    def _encrypt(self, context: ssl.SSLContext) -> None:
        self.request = context.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb", 0)
        self.encrypted = True

    def _sign_in(self, answer: bytes) -> None:
        self.server.logins.append((self.encrypted, answer))
        _, name, password = answer.split(b"\0")
        self.known = (name.decode(), password.decode()) == self.server.login
        self._say("235 Come in" if self.known else "535 Nobody of that name and password")

    def _say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")

    def _take(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        message = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.server.taken.append(message)
        self.server.encrypted.append(self.encrypted)


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on a free port; with a certificate it offers STARTTLS, with a login it asks for it."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, certificate: Path | None = None, login: tuple[str, str] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken: list[EmailMessage] = []
        self.encrypted: list[bool] = []
        self.logins: list[tuple[bool, bytes]] = []
        """Each attempt to sign in: whether it came encrypted, and what was said."""
        self.login = login
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
        if self.context and certificate:
            self.context.load_cert_chain(certificate)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def letters_to(self, address: str) -> list[tuple[str, str]]:
        """Subject and words of each."""
        return [
            (str(letter["Subject"]), str(letter.get_content()))
            for letter in self.taken
            if letter["To"] == address
        ]


@contextmanager
def mail_server(
    certificate: Path | None = None, login: tuple[str, str] | None = None
) -> Iterator[MailServer]:
    with MailServer(certificate, login) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

"""A mail server on this machine, as small as one can be: what it is handed can be read afterwards."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread


class _Talk(socketserver.StreamRequestHandler):
    """One client, in the words of RFC 5321."""

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline():
            verb = line.split()[0].upper() if line.split() else b""
            if verb in (b"EHLO", b"HELO"):
                self._say("250-here\r\n250 8BITMIME")
            elif verb == b"RCPT" and b"nobody@" in line:
                self._say("550 There is nobody of that name")
            elif verb == b"DATA":
                self._say("354 Go on")
                self._take()
                self._say("250 Taken")
            elif verb == b"QUIT":
                self._say("221 Farewell")
                return
            else:
                self._say("250 Well")

    def _say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")

    def _take(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        message = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(message, EmailMessage)
        assert isinstance(self.server, MailServer)
        self.server.taken.append(message)


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on a free port."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken: list[EmailMessage] = []

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
def mail_server() -> Iterator[MailServer]:
    with MailServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

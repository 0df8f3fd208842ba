"""A line between a browser and a server that can be cut: connections break, and new ones are refused, until mended."""

import contextlib
import socket
import threading


class CuttableLine:
    """Listens on a port of its own; `cut_after` cuts it when so many bytes have gone to the server."""

    def __init__(self, server_port: int) -> None:
        self._server = ("127.0.0.1", server_port)
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.sent = 0
        """Bytes that went to the server."""
        self.cut_at: int | None = None
        self.is_cut = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_after(self, count: int) -> None:
        self.cut_at = self.sent + count

    def mend(self) -> None:
        self.cut_at = None
        self.is_cut.clear()

    def close(self) -> None:
        self._listener.close()
        self._break()

    def _break(self) -> None:
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._open.clear()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            if self.is_cut.is_set():
                browser.close()
                continue
            try:
                server = socket.create_connection(self._server)
            except OSError:
                browser.close()
                continue
            self._open |= {browser, server}
            threading.Thread(target=self._pass, args=(browser, server, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, browser, False), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, upwards: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
                if upwards:
                    self.sent += len(data)
                    if self.cut_at is not None and self.sent > self.cut_at:
                        self.is_cut.set()
                        self._break()
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
            self._open.discard(one)

"""Django, loaded when it is first needed, so that the first page is served without waiting for it."""

import os
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any


class LateDjango:
    """A WSGI application that becomes Django on its first call; later calls go straight through."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._django: Callable[..., Iterable[bytes]] | None = None

    def load(self) -> Callable[..., Iterable[bytes]]:
        """Load Django if that is still to be done: some two seconds, once in each worker."""
        with self._lock:
            if self._django is None:
                os.environ["DJANGO_SETTINGS_MODULE"] = "sourcebook.web.settings"
                from django.core.wsgi import get_wsgi_application

                self._django = get_wsgi_application()
            return self._django

    def get_ready(self) -> None:
        """Load it, and have the desk ready for its first editor; to be called in a thread."""
        self.load()
        from sourcebook.web.readiness import get_ready

        get_ready()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        return (self._django or self.load())(environ, start_response)

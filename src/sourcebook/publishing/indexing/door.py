"""Nothing withdrawn is shown, whatever the index still holds: the log itself is asked."""

from collections.abc import Collection

from sourcebook.publishing import log


class LogDoor:
    """Implements `search.library.Doorkeeper`; one query to the desk's database for each page of results."""

    def in_force(self, references: Collection[str]) -> Collection[str]:
        return log.in_force(references)

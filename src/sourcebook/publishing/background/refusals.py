"""What background work may say of itself."""

from django.utils.translation import gettext as _

from sourcebook.errors import SourcebookError


class BrokenOffTooOften(SourcebookError):  # noqa: N818
    """The work ends its worker each time it is begun."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The work was broken off three times without an error: perhaps the computer ran out of memory. "
                "Try again; if that does not help, ask for less at a time."
            )
        )

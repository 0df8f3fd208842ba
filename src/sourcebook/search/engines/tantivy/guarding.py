"""What can go wrong inside tantivy, as one error of ours: the index is to be made anew, nothing else is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import MsgspecError

from sourcebook.errors import SourcebookError


class BrokenIndexError(SourcebookError):
    """The search index cannot be read. It holds nothing of its own: `sourcebook rebuild --index` makes it anew."""

    def __init__(self, what: object) -> None:
        super().__init__(
            f"The search index is damaged ({str(what)[:200]}). Make it anew with `sourcebook rebuild --index`; "
            "nothing but time is lost."
        )


@contextmanager
def guarded() -> Iterator[None]:
    """Errors and panics of the library become a BrokenIndexError."""
    try:
        yield
    except (ValueError, OSError, RuntimeError, LookupError, MsgspecError) as error:
        raise BrokenIndexError(error) from error
    except BaseException as error:
        # A panic in Rust is no Exception in Python, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise BrokenIndexError(error) from error

"""Receiving a master: its bytes into the inbox, its facts out of them."""

from functools import lru_cache
from pathlib import Path

from sourcebook.masters.facts import Facts, FactsError, read_facts
from sourcebook.masters.inbox import bring, move_in, place, sha256_of
from sourcebook.sentences import Sentence


class MissingMasterError(FactsError):
    """A file that is spoken of and does not lie in the inbox."""


@lru_cache(maxsize=4096)
def _facts(path: Path) -> Facts:
    # A file in the inbox never changes, so that what was read from it once stays true.
    return read_facts(path)


def facts_in_inbox(inbox: Path, sha256: str) -> Facts:
    """The facts of a file that was brought before; FactsError where there is none or it cannot be kept."""
    path = place(inbox, sha256)
    if not path.is_file():
        raise MissingMasterError(Sentence("The file itself is missing: bring it again."))
    return _facts(path)


def receive(inbox: Path, path: Path) -> tuple[str, Facts]:
    """Copy a file into the inbox; its checksum and facts. FactsError for what cannot be kept, which leaves nothing.

    The facts are read from the inbox, under a name that is ours: what a stranger's file is called can be a command
    to the library that reads it.
    """
    sha256 = sha256_of(path)
    return sha256, _kept(inbox, sha256, bring(inbox, sha256, path))


def take_over(inbox: Path, sha256: str, path: Path) -> Facts:
    """As `receive`, for a file of known checksum on the inbox's own disk, which is moved, if it was not before."""
    return _kept(inbox, sha256, path.exists() and move_in(inbox, sha256, path))


def _kept(inbox: Path, sha256: str, is_new: bool) -> Facts:
    try:
        return facts_in_inbox(inbox, sha256)
    except FactsError:
        if is_new:
            place(inbox, sha256).unlink(missing_ok=True)
        raise

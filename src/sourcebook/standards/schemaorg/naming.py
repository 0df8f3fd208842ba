"""What the writer must be told: names and addresses of things, in the language of the page."""

from typing import Protocol

from sourcebook.record.parts import LanguageMap


class Naming(Protocol):
    """Names as a page shows them; addresses are whole, with scheme and host."""

    def words(self, words: LanguageMap) -> str:
        """The best of several languages for this page; "" where there are none."""

    def name(self, reference: str) -> str:
        """What a reference is called; "" where it is not published."""

    def address(self, reference: str) -> str:
        """Where a reference is read; "" where it is not published."""

    def permanent(self, identifier: str) -> str:
        """The permanent address of an identifier."""

    def file(self, source: str, name: str) -> str:
        """Where a file of a source is read."""

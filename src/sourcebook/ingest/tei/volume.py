"""One TEI document of a file, with the name under which others point into it."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath

from django.utils.translation import gettext, ngettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.standards.markdown.words import Pointer
from sourcebook.standards.tei import Element


@dataclass(eq=False)
class Volume:
    """A `TEI` element and what is said about it while it is read."""

    identifier: str
    """Its `xml:id`, else its file's name without the ending: what stands before `#` in the pointers of others."""
    file: str
    """As the person who imports named it."""
    root: Element
    arrival: Arrival
    language: str = "und"
    unknown: Counter[str] = field(default_factory=Counter)
    """How often an element was met whose meaning is not known here."""
    left_out: Counter[str] = field(default_factory=Counter)
    """How often an element was left out with its words."""
    pointers: list[Pointer] = field(default_factory=list)
    """Every pointer of its text that was met, in order."""

    @property
    def file_name(self) -> str:
        """The file's name without folder and ending."""
        return PurePath(self.file).stem

    def origin(self, element: Element | None = None) -> Origin:
        return Origin(self.file, 0 if element is None else element.sourceline or 0)

    def notice(
        self, message: str, element: Element | None = None, advice: str = "", reference: str = ""
    ) -> None:
        self.arrival.notice(message, self.origin(element), advice=advice, reference=reference)

    def report_unknown(self) -> None:
        """One line for each name of an element that was not known; its words were kept."""
        for name, count in sorted(self.unknown.items()):
            self.notice(
                gettext(
                    "The element <%(name)s> is not known here; it stands %(times)s and its words were kept."
                )
                % {"name": name, "times": _times(count)}
            )
        for name, count in sorted(self.left_out.items()):
            self.notice(
                gettext("The element <%(name)s> is for programs; it stands %(times)s and was left out.")
                % {"name": name, "times": _times(count)}
            )


def _times(count: int) -> str:
    return ngettext("once", "%(count)s times", count) % {"count": count}

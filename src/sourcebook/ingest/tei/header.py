"""What a TEI header says of its text: title, makers, dates, rights, language."""

from collections.abc import Iterator

from django.utils.translation import gettext

from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Contribution
from sourcebook.standards.tei import Element, language_of, name_of, text_of
from sourcebook.vocabulary.errors import LanguageError
from sourcebook.vocabulary.languages import check_language

_ENGLISH = frozenset("the of and to in that is was for with his be by not".split())
_RUSSIAN = frozenset("и в не на что я с он как а это то по".split())


def find(root: Element, *path: str) -> Element | None:
    """The first element along a path of names."""
    return root.find("/".join(map(name_of, path)))


def every(root: Element, *path: str) -> Iterator[Element]:
    yield from root.iterfind("/".join(map(name_of, path)))


def statements(root: Element, *path: str) -> Iterator[Element]:
    """Elements of the header's file description: `statements(root, "titleStmt", "title")`."""
    yield from every(root, "teiHeader", "fileDesc", *path)


def titles(volume: Volume) -> dict[str, str]:
    """The main title in each language."""
    found: dict[str, str] = {}
    named = list(statements(volume.root, "titleStmt", "title"))
    named.sort(key=lambda title: title.get("type") not in (None, "main", "complete"))
    for title in named:
        if title.get("type") in (None, "main", "complete") and (text := text_of(title, without=("note",))):
            language = title.get("{http://www.w3.org/XML/1998/namespace}lang") or volume.language
            found.setdefault(language, text)
    return found


def credited(root: Element, element: str, role: str) -> Iterator[Contribution]:
    """A line of the byline for each name in the title statement that has any words."""
    for named in statements(root, "titleStmt", element):
        if text := text_of(named):
            yield Contribution(role=role, credited_as=text)


def find_language(volume: Volume) -> str:
    """The language of a text: as it says, else by its commonest words, which is said as a notice."""
    text = find(volume.root, "text")
    written = language_of(text if text is not None else volume.root)
    usage = find(volume.root, "teiHeader", "profileDesc", "langUsage", "language")
    written = written or (str(usage.get("ident") or "") if usage is not None else "")
    if written:
        try:
            return check_language(written)
        except LanguageError as error:
            volume.notice(str(error), volume.root)
    words = ("" if text is None else text_of(text)[:20000]).casefold().split()
    shares = {"en": sum(w in _ENGLISH for w in words), "ru": sum(w in _RUSSIAN for w in words)}
    best = max(shares, key=lambda language: shares[language])
    if shares[best] * 12 < len(words) or not words:
        best = "und"
    volume.notice(
        gettext("The file does not say in what language it is; it is not known here either.")
        if best == "und"
        else gettext("The file does not say in what language it is; its words are those of “%(best)s”.")
        % {"best": best},
        volume.root,
        gettext("Write xml:lang on its <TEI> element."),
    )
    return best

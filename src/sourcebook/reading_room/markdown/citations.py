"""Works of the literature as notes cite them: author, title, where it appeared, the place in it."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from sourcebook.dialect.parsing import CITE
from sourcebook.reading_room.words import InterfaceWords
from sourcebook.record import CitedName, CitedWork

if TYPE_CHECKING:
    from sourcebook.reading_room.markdown.writing import Writing

_PARTS = ("article", "article-journal", "article-magazine", "article-newspaper", "chapter", "entry",
          "entry-dictionary", "entry-encyclopedia", "paper-conference", "post-weblog", "review", "webpage")  # fmt: skip
"""Types whose title stands in quotation marks, because they stand in something larger."""


def cited(writing: "Writing", href: str, label: str) -> str | None:
    """The citation of a work with the place in it; None where the link is no citation."""
    match = CITE.fullmatch(href)
    if match is None:
        return None
    work = writing.works.get(match[1])
    if work is None:
        return escape(label, quote=False) or escape(match[1], quote=False)
    writing.cited[work.id] = work
    place = f", {escape(label, quote=False)}" if label else ""
    return f'<span class="cited">{citation(work, writing.leaf.words)}{place}</span>'


def citation(work: CitedWork, words: InterfaceWords) -> str:
    """The whole citation in HTML, without a stop at its end."""
    title = _title(work, words)
    parts = [_names(work.author), title]
    if work.container_title and work.type in _PARTS and not _is_periodical(work):
        parts.append(f"{words.cited_in_work} <cite>{_plain(work.container_title)}</cite>")
    parts += [
        words.say("cited_edited_by", names=_names(work.editor)) if work.editor else "",
        words.say("cited_translated_by", names=_names(work.translator)) if work.translator else "",
        _plain(work.edition),
    ]
    said = ", ".join(part for part in parts if part)
    return said + _appeared(work, words)


def by_author(works: Iterable[CitedWork]) -> list[CitedWork]:
    """In the order of a bibliography."""
    return sorted(works, key=_filed)


def _filed(work: CitedWork) -> tuple[str, str, str]:
    first = work.author[0] if work.author else CitedName()
    return (first.family or first.literal or work.title).casefold(), work.issued, work.title.casefold()


def _title(work: CitedWork, words: InterfaceWords) -> str:
    shown = _plain(work.title)
    if not shown:
        return ""
    return (
        words.quoted(shown) if work.type in _PARTS or work.type == "manuscript" else f"<cite>{shown}</cite>"
    )


def _is_periodical(work: CitedWork) -> bool:
    return work.type.startswith("article") or work.type == "review"


def _appeared(work: CitedWork, words: InterfaceWords) -> str:
    """Volume and year of a periodical; place, publisher and year of the rest; keeper of an unpublished one; address."""
    made = ""
    if _is_periodical(work):
        issue = words.say("cited_issue", number=_plain(work.issue))
        number = f", {issue}" if work.issue else ""
        where = f"<cite>{_plain(work.container_title)}</cite>" if work.container_title else ""
        made = f", {where}{f' {_plain(work.volume)}' if work.volume else ''}{number}"
        made += f" ({_plain(work.issued)})" if work.issued else ""
        made += f": {_plain(work.page)}" if work.page else ""
    else:
        volume = words.say("cited_volume", number=_plain(work.volume)) if work.volume else ""
        publisher = ": ".join(filter(None, [_plain(work.publisher_place), _plain(work.publisher)]))
        series = _plain(work.collection_title)
        imprint = ", ".join(filter(None, [series, publisher, _plain(work.issued)]))
        made = (f", {volume}" if volume else "") + (f" ({imprint})" if imprint else "")
        made += f", {_plain(work.page)}" if work.page else ""
    for part in (work.archive, work.archive_location):
        made += f", {_plain(part)}" if part else ""
    return made + _address(work)


def _address(work: CitedWork) -> str:
    address = f"https://doi.org/{work.DOI}" if work.DOI else work.URL
    if not address.startswith(("https://", "http://")):
        return f", {_plain(address)}" if address else ""
    return f', <a href="{escape(address)}" rel="external">{_plain(address)}</a>'


def _names(names: Sequence[CitedName]) -> str:
    return ", ".join(_plain(one.literal or f"{one.given} {one.family}".strip()) for one in names)


def _plain(text: str) -> str:
    return escape(text, quote=False)

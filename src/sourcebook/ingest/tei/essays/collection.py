"""A collection: each section a subject under its year, the foreword a theme that holds them together."""

from sourcebook.ingest.tei.essays.names import read_names
from sourcebook.ingest.tei.essays.subject import read_subject
from sourcebook.ingest.tei.essays.theme import read_theme
from sourcebook.ingest.tei.essays.years import period_of
from sourcebook.ingest.tei.header import find, find_language, statements
from sourcebook.ingest.tei.sketch import Import
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Contribution, Name
from sourcebook.standards.markdown.words import Pointer
from sourcebook.standards.tei import Element, children, local, text_of, xml_id

PATH = "/milestones"


def is_collection(root: Element) -> bool:
    """Whether the body is sections with identifiers, and the title calls them milestones."""
    body = find(root, "text", "body")
    sections = list(children(body)) if body is not None else []
    named = any(text_of(title).startswith("Milestones") for title in statements(root, "titleStmt", "title"))
    return bool(sections) and named and all(s.get("type") == "section" and xml_id(s) for s in sections)


def read_collection(volume: Volume, shared: Import) -> None:
    """Sketch the theme, the subjects and their years, and make the authorities that the essays name."""
    volume.language = find_language(volume)
    names = read_names(volume, shared)

    def point(element: Element) -> Pointer | None:
        reference = names.get(element, "")
        if not reference:
            return None
        return Pointer("", volume.identifier, element.sourceline or 0, local(element), reference)

    address = f"{PATH}/{volume.identifier}"
    titles = [text_of(title) for title in statements(volume.root, "titleStmt", "title")]
    byline = _byline(volume, shared)
    theme = read_theme(volume, shared, point, titles[0], address)
    body = find(volume.root, "text", "body")
    for section in children(body) if body is not None else ():
        read_subject(volume, shared, section, point, theme, byline, period_of(" ".join(titles)), address)


def _byline(volume: Volume, shared: Import) -> tuple[Contribution, ...]:
    """The office that wrote the essays, which do not name their authors."""
    for paragraph in statements(volume.root, "sourceDesc", "p"):
        if office := text_of(paragraph).partition(",")[0].strip(" ."):
            name = Name(text=office, language=volume.language)
            agent = shared.authorities.take("organisation", (name,), volume.origin(paragraph))
            return (Contribution(role="author", agent=agent),)
    return ()

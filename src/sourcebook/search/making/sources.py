"""What of a source is searched beyond its texts: titles, bylines, description, holdings, what its pictures show."""

from collections.abc import Iterator

from sourcebook.record import Canvas, LanguageMap, Source
from sourcebook.search.documents import PassageKind, Words
from sourcebook.search.making.cutting import join_paragraphs
from sourcebook.search.making.pieces import Piece
from sourcebook.search.making.plain import plain
from sourcebook.search.making.texts import Cut, mentioned


def source_words(source: Source) -> Iterator[Words]:
    for language, title in source.title.items():
        yield Words(place="title", text=title, language=language)
    for version in source.texts:
        if version.title:
            yield Words(place="title", text=version.title, language=version.language)
        speakers = dict.fromkeys(passage.speaker for passage in version.passages if passage.speaker)
        if speakers:
            yield Words(place="byline", text=", ".join(speakers), language=version.language)
    bylines = [*source.contributions, *(line for version in source.texts for line in version.contributions)]
    for line in dict.fromkeys(line.credited_as for line in bylines if line.credited_as):
        yield Words(place="byline", text=line)
    for language, form in source.form.items():
        yield Words(place="description", text=form, language=language)
    for keyword in source.keywords:
        yield Words(place="description", text=keyword)
    for holding in source.holdings:
        for text in (holding.repository, holding.collection, holding.call_number):
            if text:
                yield Words(place="description", text=text)
    for identifier in source.identifiers:
        yield Words(place="description", text=identifier.value)


def canvas_cuts(source: Source) -> Iterator[Cut]:
    """What each canvas shows and what is said below it: one passage a canvas and language."""
    files = {file.name: file for file in source.files}
    for number, canvas in enumerate(source.canvases, 1):
        file = files.get(canvas.file)
        whole = (
            f"{number}:0,0,{file.width},{file.height}" if file and file.width and file.height else str(number)
        )
        for language in {**canvas.alt, **canvas.caption}:
            pieces = [Piece(text=text, region=whole) for text in _shown(canvas, language)]
            for stretch in join_paragraphs(pieces):
                yield Cut("canvas", "", language, stretch)


def _shown(canvas: Canvas, language: str) -> list[str]:
    label = canvas.label.strip()
    said = [plain(text) for text in (canvas.alt.get(language, ""), canvas.caption.get(language, ""))]
    return [*([label] if label else []), *dict.fromkeys(text for text in said if text)]


def told_cuts(texts: LanguageMap, kind: PassageKind) -> Iterator[Cut]:
    """Passages of Markdown in several languages."""
    for language, markdown in texts.items():
        for stretch in join_paragraphs(blocks(markdown)):
            yield Cut(kind, language if kind == "essay" else "", language, stretch)


def blocks(markdown: str) -> list[Piece]:
    """The paragraphs, headings and other blocks of a text."""
    found = []
    for block in markdown.split("\n\n"):
        text = plain(block)
        if text:
            found.append(Piece(text=text, mentions=mentioned(block), opens=block.lstrip().startswith("#")))
    return found

"""`/admin/pick/source/` and below: the passages, canvases and recordings of one source, and the words of a passage."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from sourcebook import record
from sourcebook.authorities.languages import wording
from sourcebook.authorities.words import words_of, words_of_query
from sourcebook.dialect.words import text_of
from sourcebook.record.reference import slug_of
from sourcebook.record.spans import PassageSpan, SpanError, parse_span
from sourcebook.sources.desk.masters import master_address
from sourcebook.sources.desk.permission import may_edit_sources
from sourcebook.sources.desk.thumbnails import thumbnail_address
from sourcebook.sources.models import Source
from sourcebook.subjects.essay.quoting import text_of_span, versions_of, words_of_parts
from sourcebook.subjects.picking.asking import LONGEST, AskedWronglyError, answers, missing, page_of, require
from sourcebook.vocabulary.languages import language_name

PER_PAGE = 50
LARGEST = 20_000_000
"""Bytes of a picture that is sent whole to be drawn on; of others, and of what no browser shows, the thumbnail is."""
SHOWN = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/avif")


@answers
def source(request: HttpRequest) -> dict[str, Any]:
    """What there is in it to point to."""
    row = _source(request)
    files = {file.name: file for file in row.files.all()}
    shown = [(number, one, files.get(one.file)) for number, one in enumerate(row.canvases.all(), 1)]
    within = get_language() or "en"
    return {
        "reference": row.reference,
        "title": str(row),
        "versions": [
            {"key": one.key, "label": f"{language_name(one.language, within)} ({one.key})"}
            for one in versions_of(row.slug)
            if one.passages
        ],
        "canvases": [
            _canvas(number, canvas, file)
            for number, canvas, file in shown
            if file and file.media_type.startswith("image/")
        ],
        "recordings": [
            {
                "address": master_address(file.sha256),
                "type": file.media_type,
                "duration": file.duration,
                "name": file.name,
            }
            for file in files.values()
            if file.duration
        ],
    }


def _canvas(number: int, canvas: Any, file: Any) -> dict[str, Any]:
    whole = file.media_type in SHOWN and file.size <= LARGEST
    return {
        "number": number,
        "label": canvas.label,
        "alt": wording(canvas.alt),
        "width": file.width,
        "height": file.height,
        "thumbnail": thumbnail_address(file.sha256),
        "picture": master_address(file.sha256) if whole else thumbnail_address(file.sha256),
    }


@answers
def passages(request: HttpRequest) -> dict[str, Any]:
    """`source`, `version`, `q` and `page`: passages that have the words."""
    version = _version(request, _source(request).slug)
    asked = words_of_query(request.GET.get("q", "")[:LONGEST])
    page = page_of(request)
    first = (page - 1) * PER_PAGE
    found = [one for one in version.passages if not asked or _has(one, asked)]
    return {
        "passages": [
            {"key": one.key, "text": _shown(version, one.key), "speaker": one.speaker, "start": one.start}
            for one in found[first : first + PER_PAGE]
        ],
        "page": page,
        "more": len(found) > first + PER_PAGE,
    }


@answers
def words(request: HttpRequest) -> dict[str, Any]:
    """`source`, `version`, `span`: the text of its passages; with `part=12-90`, repeated, the Markdown of the parts."""
    version = _version(request, _source(request).slug)
    try:
        span = parse_span(request.GET.get("span", ""))
    except SpanError as error:
        raise AskedWronglyError(str(error)) from error
    text = text_of_span(version, span) if isinstance(span, PassageSpan) else ()
    if not text:
        raise missing(f"{request.GET.get('source', '')}#{request.GET.get('span', '')}")
    parts = [_part(part) for part in request.GET.getlist("part")]
    return {"text": text_of(text), "words": words_of_parts(text, sorted(parts)) if parts else ""}


def _has(passage: record.Passage, asked: list[str]) -> bool:
    there = words_of(passage.text, passage.key)
    return all(any(word.startswith(begun) for word in there) for begun in asked)


def _shown(version: record.TextVersion, key: str) -> str:
    return text_of(text_of_span(version, PassageSpan(first=key)))


def _part(part: str) -> tuple[int, int]:
    first, _dash, last = part.partition("-")
    if not (first.isascii() and first.isdecimal() and last.isascii() and last.isdecimal() and len(part) < 20):
        raise AskedWronglyError("A part is two numbers, as in 12-90.")
    return int(first), int(last)


def _source(request: HttpRequest) -> Any:
    require(request.user, "sources", "source")
    reference = request.GET.get("source", "")
    row = Source.objects.prefetch_related("files", "canvases").filter(slug=slug_of(reference)).first()
    # What is not published is for those who write or publish sources.
    if row is None or not (row.live or may_edit_sources(request.user)):
        raise missing(reference)
    return row


def _version(request: HttpRequest, slug: str) -> record.TextVersion:
    key = request.GET.get("version", "")
    for version in versions_of(slug):
        if version.key == key:
            return version
    raise missing(f"{slug}, {key}")

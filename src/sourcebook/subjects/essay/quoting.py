"""The words of a passage: fetched for a quotation, and compared with one."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from sourcebook import record
from sourcebook.dialect.blocks import Essay, Quotation
from sourcebook.dialect.reading_words import UnsaidError, read_words
from sourcebook.dialect.words import ATOMS, Run, Words, characters, merged
from sourcebook.dialect.writing_words import normal, write_words
from sourcebook.record.links import Mention
from sourcebook.record.quotations import Quotation as Quoted
from sourcebook.record.quotations import stands_in
from sourcebook.record.reference import slug_of
from sourcebook.record.spans import PassageSpan, resolve_passages
from sourcebook.sources.models import TextVersion

OMISSION = " […] "
BREAK = "\n\n"
"""Between passages, in the text from which words are chosen."""


def versions_of(slug: str) -> list[record.TextVersion]:
    """The text versions of a source as they stand on the desk, in order."""
    rows = TextVersion.objects.filter(source__slug=slug).order_by("sort_order", "pk")
    return [
        record.TextVersion(
            key=row.key,
            language=row.language,
            kind=row.kind,
            passages=row.body.passages,
            notes=row.body.notes,
        )
        for row in rows
    ]


def misquoted(essay: Essay, before: Essay) -> str:
    """What is wrong with a quotation that is new; nothing for those that stand already, which the gate looks at."""
    for block in essay.blocks:
        if not isinstance(block, Quotation) or block in before.blocks:
            continue
        target, _hash, fragment = block.target.partition("#")
        mention = Mention(target=target, manner="quotes", fragment=fragment)
        source = record.Source(
            slug=slug_of(target), medium="text", title={}, texts=tuple(versions_of(slug_of(target)))
        )
        said = Quoted(words=block.words, mention=mention, line=1)
        if not source.texts or not stands_in(said, source):
            return _("“%(words)s” does not stand in %(target)s: choose the words again.") % {
                "words": " ".join(block.words.split())[:60],
                "target": block.target,
            }
    return ""


def text_of_span(version: record.TextVersion, span: PassageSpan) -> Words:
    """The words of its passages without links and notes, with their emphasis, passages apart by a blank line."""
    runs: list[Run] = []
    for passage in resolve_passages(version, span):
        runs += [*([Run(BREAK)] if runs else []), *_words(passage, version.notes)]
    return merged(runs)


def _words(passage: record.Passage, notes: Iterable[record.Note]) -> Words:
    try:
        read = read_words(passage.text, [note.key for note in notes])
    except UnsaidError:
        # A list or a table: its letters, as they are written.
        return (Run(passage.text),)
    return merged(run._replace(entity=None) for run in read if not isinstance(run.entity, ATOMS))


def words_of_parts(text: Words, parts: Sequence[tuple[int, int]]) -> str:
    """The Markdown of the chosen stretches, each from one letter to before another, in order, by whole words."""
    letters = characters(text)
    chosen: list[Run] = []
    end = 0
    for part in parts:
        first, last = _whole_words(letters, *part)
        if max(first, end) < last:
            chosen += [*([Run(OMISSION)] if chosen else []), *letters[max(first, end) : last]]
            end = last
    paragraphs: list[list[Run]] = [[]]
    for run in merged(chosen):
        begun, *further = run.text.split(BREAK)
        paragraphs[-1].append(run._replace(text=begun))
        paragraphs += [[run._replace(text=piece)] for piece in further]
    written = (write_words(words) for part in paragraphs if (words := normal(merged(part))))
    return BREAK.join(written)


def _whole_words(letters: Sequence[Run], first: int, last: int) -> tuple[int, int]:
    """The stretch without space at its ends, and no word cut."""
    first, last = max(0, first), min(len(letters), last)
    while first < last and letters[first].text.isspace():
        first += 1
    while first < last and letters[last - 1].text.isspace():
        last -= 1
    while 0 < first < last and letters[first - 1].text.isalnum() and letters[first].text.isalnum():
        first -= 1
    while first < last < len(letters) and letters[last - 1].text.isalnum() and letters[last].text.isalnum():
        last += 1
    return first, last

"""From runs to a line of Markdown, and the form of runs that can be written.

CommonMark cannot set every stretch of letters in italics: spaces at its ends stay outside, and so does punctuation
where it would touch a letter. `normal` draws styles in until what is written reads as meant; it changes no word.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from sourcebook.dialect.escaping import Escape, heavy, label, light
from sourcebook.dialect.reading_words import UnsaidError, read_words
from sourcebook.dialect.words import Citation, Link, NoteCall, Run, Style, Words, characters, merged
from sourcebook.sentences import Sentence

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_IN_TITLE = re.compile(r"[\"\\&]")
_ORDER: tuple[Style, ...] = ("strong", "em")
_STYLES: tuple[Style, ...] = ("em", "strong", "code")
_MARKS: dict[Style, str] = {"strong": "**", "em": "*"}


def write_words(words: Words, notes: Iterable[str] = (), *, within: bool = False) -> str:
    """The Markdown of a paragraph in its normal form; `within` escapes brackets, for labels and captions."""
    for text in _attempts(words, within):
        if _reads_as(text, words, notes):
            return text
    raise UnsaidError(Sentence("These words cannot be written as Markdown."))


def normal(words: Words, notes: Iterable[str] = ()) -> Words:
    """The nearest runs that Markdown can say: the same words, links and notes, styles drawn in where needed."""
    cleaned = _cleaned(words)
    notes = [*notes, *(run.entity.key for run in cleaned if isinstance(run.entity, NoteCall))]
    for tried in _weaker(cleaned):
        if any(_reads_as(text, tried, notes) for text in _attempts(tried, False)):
            return tried
    return merged(run._replace(styles=frozenset()) for run in cleaned)


def _reads_as(text: str, words: Words, notes: Iterable[str]) -> bool:
    try:
        return read_words(text, notes) == words
    except UnsaidError:
        return False


def _attempts(words: Words, within: bool) -> Iterator[str]:
    for escape in (light, heavy):
        yield _written(words, label(escape) if within else escape, label(escape))


def _cleaned(words: Words) -> Words:
    """One space for what is no letter, none at the ends of lines, styles without space at their ends."""
    chars = [_whole(run._replace(text=_CONTROL.sub(" ", run.text))) for run in characters(words)]
    kept: list[Run] = []
    for run in chars:
        after_line = not kept or kept[-1].text == "\n"
        if after_line and (run.text in (" ", "\n") or (not kept and run.text.isspace())):
            continue
        if run.text == "\n":
            while kept and kept[-1].text == " ":
                kept.pop()
        kept.append(run)
    while kept and kept[-1].text.isspace():
        kept.pop()
    return _trimmed(kept)


def _whole(run: Run) -> Run:
    # A line break inside code is a space there.
    return run._replace(text=" ") if run.text == "\n" and "code" in run.styles else run


def _trimmed(chars: list[Run]) -> Words:
    """Styles drawn in from the spaces at their ends, character by character."""
    for style in _STYLES:
        for positions in _stretches(chars, style):
            blank = [p for p in positions if not chars[p].text.isspace()]
            first, last = (blank[0], blank[-1]) if blank else (len(chars), -1)
            for p in positions:
                if not first <= p <= last:
                    chars[p] = chars[p]._replace(styles=chars[p].styles - {style})
    return merged(chars)


def _stretches(chars: list[Run], style: Style) -> list[list[int]]:
    """Where the style is on without a break."""
    grouped = groupby(range(len(chars)), lambda position: style in chars[position].styles)
    return [list(group) for inside, group in grouped if inside]


def _weaker(words: Words) -> Iterator[Words]:
    """The runs, then with styles drawn in step by step: past punctuation, then whole stretches dropped."""
    yield words
    current = words
    for _ in range(200):
        drawn = _drawn_in(current)
        if drawn == current:
            break
        current = drawn
        yield current
    for style in _STYLES:
        current = merged(run._replace(styles=run.styles - {style}) for run in current)
        yield current


def _drawn_in(words: Words) -> Words:
    """Each stretch of a style that begins or ends with punctuation against a letter, one character shorter."""
    chars = characters(words)
    for style in _ORDER:
        for positions in _stretches(chars, style):
            first, last = positions[0], positions[-1]
            if first and _is_mark(chars[first]) and _is_letter(chars[first - 1]):
                chars[first] = chars[first]._replace(styles=chars[first].styles - {style})
            if last + 1 < len(chars) and _is_mark(chars[last]) and _is_letter(chars[last + 1]):
                chars[last] = chars[last]._replace(styles=chars[last].styles - {style})
    return _trimmed(chars)


def _is_mark(run: Run) -> bool:
    return run.entity is not None or "code" in run.styles or not (run.text.isalnum() or run.text.isspace())


def _is_letter(run: Run) -> bool:
    return not run.text.isspace()


def _written(words: Words, escape: Escape, inner: Escape) -> str:
    """Links hold their own styles inside; styles that reach beyond a link stand around it."""
    items: list[tuple[frozenset[Style], str]] = []
    begins = True
    for entity, group in groupby(words, lambda run: run.entity):
        runs = list(group)
        if entity is None:
            for run in runs:
                items.append((run.styles, _plain(run, escape, begins)))
                begins = run.text.endswith("\n")
            continue
        begins = False
        shared = frozenset.intersection(*(run.styles for run in runs)) - {"code"}
        own = [(run.styles - shared, _plain(run, inner, False)) for run in runs]
        match entity:
            case Link(href, title):
                items.append((shared, f"[{_styled(own)}]({_target(href, title)})"))
            case NoteCall(key):
                items += [(run.styles - {"code"}, f"[^{key}]") for run in runs]
            case Citation(key, locator):
                items += [(run.styles - {"code"}, f"[{inner(locator, False)}](cite:{key})") for run in runs]
    return _styled(items)


def _plain(run: Run, escape: Escape, begins: bool) -> str:
    if "code" not in run.styles:
        return escape(run.text, begins).replace("\n", "\\\n")
    longest = max((len(ticks) for ticks in re.findall("`+", run.text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if run.text.startswith(("`", " ")) or run.text.endswith(("`", " ")) else ""
    return f"{fence}{pad}{run.text}{pad}{fence}"


def _target(href: str, title: str) -> str:
    if re.search(r"[\s()<>\\]", href) or not href:
        href = "<" + re.sub(r"[<>\\]", r"\\\g<0>", href) + ">"
    return f'{href} "{_IN_TITLE.sub(_escaped, title)}"' if title else href


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _styled(items: list[tuple[frozenset[Style], str]]) -> str:
    """Marks around the items, those outside that reach furthest."""
    made: list[str] = []
    open_: list[Style] = []
    for position, (styles, text) in enumerate(items):
        wanted = [style for style in _ORDER if style in styles]
        while open_ and any(style not in wanted for style in open_):
            made.append(_MARKS[open_.pop()])
        for style in sorted(
            (style for style in wanted if style not in open_), key=lambda s: -_reach(items, position, s)
        ):
            open_.append(style)
            made.append(_MARKS[style])
        made.append(text)
    made += [_MARKS[style] for style in reversed(open_)]
    return "".join(made)


def _reach(items: list[tuple[frozenset[Style], str]], start: int, style: Style) -> int:
    end = start
    while end < len(items) and style in items[end][0]:
        end += 1
    return end

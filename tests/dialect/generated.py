"""Generated words and blocks in their normal form."""

from hypothesis import strategies as st

from sourcebook.dialect.blocks import Drawing, Figure, Line, Quotation, Raw, Row, Table
from sourcebook.dialect.words import Citation, Link, NoteCall, Run, merged
from sourcebook.dialect.writing_words import normal

NOTES = (
    ("1", "One *note*."),
    ("2", "Two\n\nparagraphs, [ch. 1](cite:taubman-2003)"),
    ("ab", "a list\n\n- a"),
)
KEYS = [key for key, _ in NOTES]

_MARKS = 'abЯ1 .,"*_[]()<>&!\\`#-+=:~^«ё'
styles = st.frozensets(st.sampled_from(["em", "strong", "code"]), max_size=2)
links = st.sampled_from(
    [
        Link("person:imre-nagy"),
        Link("https://example.org/a_b", 'A "title"'),
        Link("source:a#xywh=1:1,2,3,4"),
        Link("page:92"),
    ]
)


def letters(marks: str = _MARKS) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from(list(marks)), min_size=1, max_size=7)


def runs(marks: str = _MARKS) -> st.SearchStrategy[Run]:
    return st.builds(Run, letters(marks), styles, st.none() | st.none() | links)


def _atom(key: str, label: str, style: frozenset[object]) -> Run:
    entity = NoteCall(key) if key in KEYS else Citation(key, label)
    return Run(key, style, entity)  # type: ignore[arg-type]


atoms = st.builds(
    _atom, st.sampled_from([*KEYS, "taubman-2003"]), st.sampled_from(["", "ch. 11", "[a] *b*"]), styles
)


any_words = st.lists(runs(_MARKS + "\n|") | runs() | atoms, max_size=6).map(merged)
words = any_words.map(normal).filter(bool)
flat_words = st.lists(runs() | atoms, min_size=1, max_size=3).map(merged).map(normal).filter(bool)
row_words = st.lists(runs(), max_size=3).map(merged).map(normal)
captions = st.lists(st.builds(Run, letters(), styles, st.none()), max_size=3).map(merged).map(normal)

lines = st.one_of(
    st.builds(Line, st.just("paragraph"), words, st.just(0)),
    st.builds(Line, st.just("heading"), flat_words, st.integers(1, 6)),
    st.builds(Line, st.sampled_from(["item", "numbered"]), words, st.integers(0, 3)),
    st.builds(Line, st.just("quoted"), words, st.just(0)),
    st.just(Line("rule")),
)
quotations = st.builds(
    Quotation,
    st.sampled_from(["source:a", "source:a#p1--p3"]),
    letters().map(str.strip).filter(bool),
    st.sampled_from(["One. […] *two*", "A\nb\n\nc", ""]),
)
figures = st.builds(
    Figure, st.sampled_from(["source:a", "source:a#xywh=1:0,0,2,3", "source:b#t=3,9"]), captions
)
titles = st.sampled_from(["", "A title"])


def _rows(*where: str) -> st.SearchStrategy[tuple[Row, ...]]:
    return st.lists(st.builds(Row, st.sampled_from(where), row_words), max_size=3).map(tuple)


drawings = st.builds(Drawing, st.just("timeline"), titles, _rows("1956", "25 February 1956")) | st.builds(
    Drawing, st.just("map"), titles, _rows("place:budapest", "47.5, 19.05", "-3,4")
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    cells = st.tuples(*[flat_words | st.just(())] * width)
    aligned = draw(st.tuples(*[st.sampled_from(["", "left", "center", "right"])] * width))
    return Table(aligned, draw(cells), tuple(draw(st.lists(cells, max_size=2))))


raws = st.sampled_from([Raw("```\ncode\n```"), Raw("![a](source:b) and words"), Raw("> - x")])
blocks = st.lists(lines | lines | quotations | figures | drawings | tables() | raws, max_size=6)

"""What matched is marked to the character, with its reason; the stretch that is shown has most of it."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sourcebook.search.analysis import LanguageAnalyser
from sourcebook.search.answers import Mark, Why
from sourcebook.search.documents import PassageDocument
from sourcebook.search.expansion import expand
from sourcebook.search.highlighting import LexiconHighlighter, snippets
from sourcebook.search.lexicon import NameForm
from sourcebook.search.lexicon_file import LexiconFile
from sourcebook.search.parsing import parse
from sourcebook.search.words.folding import fold

TEXTS = [
    (
        "en",
        "Khrushchev spoke on the cult of the individual. De-Stalinization: the cults of Khru-\nshchev’s rivals.",
    ),
    ("ru", "Дело Хруще\u0301ва: съездъ и рѣчь о культе личности; хрущёвская рѣчь."),
    ("zh", "北京大学的历史"),
    ("en", "שָׁלוֹם \u202bمُحَمَّد\u202c and Хрущёв in one line, ﬁnally élève e\u0301le\u0300ve."),
]


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> LexiconFile:
    """The words of the texts above, and one person's names."""
    lexicon = LexiconFile(tmp_path_factory.mktemp("lexicon") / "lexicon.sqlite3", writing=True, new=True)
    analyser = LanguageAnalyser()
    found = [(language, token) for language, text in TEXTS for token in analyser.tokens(text, language)]
    forms = {(token.form, language, token.stem): 1 for language, token in found}
    forms |= {(form, language, form): 1 for language, token in found for form in token.also}
    name = NameForm("nikita khrushchev", "person:k", "Nikita Khrushchev", "en")
    other = NameForm("никита хрущев", "person:k", "Никита Хрущёв", "ru")
    lexicon.add(forms, {"person:k": [name, other]})
    return lexicon


def marked(lexicon: LexiconFile, asked: str, text: str) -> list[tuple[str, Why]]:
    passage = PassageDocument(id="1/0", key=1, number=0, kind="text", text=text)
    match = expand(parse(asked), lexicon).match
    marks = LexiconHighlighter(lexicon).marks(passage, match)
    return [(text[mark.start : mark.end], mark.why or Why(rule="word", asked="")) for mark in marks]


@pytest.mark.parametrize(
    ("asked", "place", "words"),
    [
        ("cult", 0, [("cult", "word"), ("cults", "stem")]),
        ('"cult of the individual"', 0, [("cult of the individual", "phrase")]),
        ("destalinization", 0, [("De-Stalinization", "spelling")]),
        ("de-Stalinization", 0, [("De-Stalinization", "phrase")]),
        ("indiv*", 0, [("individual", "prefix")]),
        ("rivols~", 0, [("rivals", "near")]),
        ("Khrushchev", 0, [("Khrushchev", "word"), ("Khru-\nshchev’s", "spelling")]),
        ("Хрущёв", 0, [("Khrushchev", "name"), ("Khru-\nshchev’s", "name")]),
        ("Хрущева", 1, [("Хруще\u0301ва", "word")]),
        ("съезды", 1, [("съездъ", "stem")]),
        ("съезд речь", 1, [("съездъ", "spelling"), ("рѣчь", "spelling"), ("рѣчь", "spelling")]),
        ("Khrushchev", 1, [("Хруще\u0301ва", "name")]),
        ("北京大学", 2, [("北京大学", "phrase")]),
        ("历", 2, [("历史", "prefix")]),
        ("שלום محمد", 3, [("שָׁלוֹם", "spelling"), ("مُحَمَّد", "spelling")]),
        (
            "eleve finally",
            3,
            [("ﬁnally", "spelling"), ("élève", "spelling"), ("e\u0301le\u0300ve", "spelling")],
        ),
        ("individual -rivals", 0, [("individual", "word")]),
    ],
)
def test_marks_and_their_rules(
    lexicon: LexiconFile, asked: str, place: int, words: list[tuple[str, str]]
) -> None:
    assert [(word, why.rule) for word, why in marked(lexicon, asked, TEXTS[place][1])] == words


def test_a_mark_says_which_word_was_asked_for_and_in_which_language(lexicon: LexiconFile) -> None:
    ((_, first), (_, second)) = marked(lexicon, "cult", TEXTS[0][1])
    assert (first.asked, first.language) == ("cult", "en")
    assert (second.found, second.language) == ("cults", "en")


WORDS = st.sampled_from(
    "Хрущёва Khrushchev’s cult cults De-Stalinization 北京大学 e\u0301le\u0300ve съѣздъ the . — ( \n \u202e".split(
        " "
    )
)


@given(
    st.lists(WORDS, max_size=30).map(" ".join),
    st.sampled_from(["cult Хрущёв", '"cult cult"', "北京 eleve", "c* съезд"]),
)
def test_marks_stand_in_order_apart_and_on_whole_words(lexicon: LexiconFile, text: str, asked: str) -> None:
    passage = PassageDocument(id="1/0", key=1, number=0, kind="text", text=text)
    marks = LexiconHighlighter(lexicon).marks(passage, expand(parse(asked), lexicon).match)
    place = 0
    for mark in marks:
        assert place <= mark.start < mark.end <= len(text)
        assert fold(text[mark.start : mark.end])
        assert not unicodedata.combining(text[mark.end : mark.end + 1] or " ")
        place = mark.end


@given(st.text(max_size=60), st.text(max_size=400), st.integers(40, 300))
@example("0" * 25, "", 40)
def test_a_snippet_is_a_stretch_of_the_text_with_its_marks(before: str, after: str, longest: int) -> None:
    text = f"{before} cult of cults. {after} cult {after}"
    places = [place for place in range(len(text)) if text.startswith("cult", place)]
    marks = [Mark(place, place + 4, Why(rule="word", asked="cult")) for place in places]
    for snippet in snippets(text, marks, longest, most=2):
        assert 0 <= snippet.start < snippet.end <= len(text)
        assert snippet.end - snippet.start <= longest + 120
        assert snippet.marks
        assert all(snippet.start <= mark.start and mark.end <= snippet.end for mark in snippet.marks)


def test_the_stretch_with_most_different_words_is_shown() -> None:
    text = "cult cult cult. " + "x " * 300 + "x. The cult of personality was denounced. " + "y " * 300
    marks = [Mark(0, 4, Why(rule="word", asked="cult")), Mark(5, 9, Why(rule="word", asked="cult"))]
    cult, personality = text.index("The cult") + 4, text.index("personality")
    marks += [Mark(cult, cult + 4, Why(rule="word", asked="cult"))]
    marks += [Mark(personality, personality + 11, Why(rule="word", asked="personality"))]
    (snippet,) = snippets(text, marks, 120)
    assert text[snippet.start : snippet.end].startswith("The cult of personality")


def test_without_marks_the_beginning_is_shown() -> None:
    (snippet,) = snippets("word " * 200, [], 100)
    assert (snippet.start, snippet.marks) == (0, ())
    assert snippet.end <= 100


def test_a_long_text_is_marked_in_time_that_grows_with_it(lexicon: LexiconFile, tmp_path: Path) -> None:
    text = "cult of the individual " * 20_000
    assert len(marked(lexicon, '"cult of the individual"', text)) == 20_000

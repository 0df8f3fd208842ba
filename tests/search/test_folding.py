"""What readers take for the same word has the same folded form, and every word knows where it stands."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.search.words.compounds import compounds, compounds_in
from sourcebook.search.words.folding import LONGEST_WORD, fold
from sourcebook.search.words.letters import APOSTROPHES, DROPPED_MARKS, INVISIBLE, PRIMES
from sourcebook.search.words.scripts import pairs
from sourcebook.search.words.tokens import places, tokens

SAME = [
    ("Хрущёва", "Хруще\u0301ва", "ХРУЩЕВА", "хрущева"),
    ("йод", "ЙОД", unicodedata.normalize("NFD", "йод")),
    ("Łódź", "lodz", "ŁÓDŹ", "Lo\u0301dz"),
    ("Straße", "STRASSE", "strasse", "Stra\u00adße"),
    ("Søren", "Soren", "søren"),
    ("élève", unicodedata.normalize("NFD", "élève"), "ELEVE"),
    ("final", "ﬁnal", "ＦＩＮＡＬ", "fi\u200dnal"),
    ("міръ", "мир", "МІРЪ"),
    ("въ", "в"),
    ("Ѳедоръ", "Федор"),
    ("мѵро", "миро"),
    ("Україна", "Украина"),
    ("Khrushchev’s", "Khrushchev's", "Khrushchev"),
    ("об’єкт", "об'єкт", "обʼєкт"),
    ("Gorʹkiĭ", "Gor'kii", "gorkii"),
    ("T︠S︡entralʹnyĭ", "tsentralnyi"),
    ("Khru-\nshchev", "Khru¬\n  shchev", "Khrushchev", "Khru\u00ad\nshchev"),
    ("ХХ", "XX"),
    ("ΣΟΦΟΣ", "σοφός"),
    ("İstanbul", "istanbul"),
    ("مُحَمَّد", "محمد"),
    ("שָׁלוֹם", "שלום"),
    ("২৩", "23"),
    ("\u202eStalin\u202c", "Stalin"),
]


@pytest.mark.parametrize("forms", SAME)
def test_spellings_of_one_word_meet(forms: tuple[str, ...]) -> None:
    assert len({fold(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("йод", "иод"), ("हिन्दी", "हनद"), ("か", "が"), ("мел", "мелъ я")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’homme d'État, qu’il", ["l", "homme", "d", "etat", "qu", "il"]),
        ("T'ai-p'ing O'Brien", ["tai", "ping", "obrien"]),
        ("anti-\nSoviet, anti-Soviet", ["anti", "soviet", "anti", "soviet"]),
        ("1,000,000 in 1956, or 1,2", ["1000000", "in", "1956", "or", "1", "2"]),
        ("snake_case: “quoted” (words)…", ["snake", "case", "quoted", "words"]),
        ("北京大学", ["北京", "京大", "大学", "学"]),
        ("東京タワー 1958年", ["東京", "京タ", "タワ", "ワー", "ー", "1958", "年"]),
        ("Хрущёв北京Stalin", ["хрущев", "北京", "京", "stalin"]),
        ("თბილისში 9 მარტს", ["თბილისში", "9", "მარტს"]),
        ("", []),
        ("ʹ — ' \u00ad\u202e", []),
    ],
)
def test_words_of_many_scripts(text: str, words: list[str]) -> None:
    assert [token.form for token in tokens(text)] == words


SCRIPTS = "aàąéßłøœÆİiſ ёйіѣъЯЇХ αάΣς אבגּם ابةُ देवि กรุง 한국 北京 か゛が ქართ հայ ଓଡ ໄທ ខ្មែ မြ ትግ ᏣᎳ"
ODD = st.sampled_from(SCRIPTS + "-\n '’ʹ,1２٣²_" + INVISIBLE[:6] + DROPPED_MARKS[:80] + PRIMES + APOSTROPHES)
TEXTS = st.text(ODD, max_size=60) | st.text(max_size=60)


@given(TEXTS)
def test_every_word_slices_out_of_its_text(text: str) -> None:
    found = tokens(text)
    for token in found:
        assert token.form
        assert fold(text[token.start : token.end]) == token.form
        assert len(token.form) <= LONGEST_WORD
    assert [token.start for token in found] == sorted({token.start for token in found})


@given(TEXTS, st.data())
def test_a_few_words_are_found_as_among_all(text: str, data: st.DataObject) -> None:
    """The quick ways through a text find what all its tokens say."""
    every = tokens(text)
    wanted = data.draw(st.sets(st.sampled_from([token.form for token in every]))) if every else set()
    told = {form: form for form in wanted}
    assert places(text, told.get) == [(start, end, form) for form, start, end in every if form in wanted]
    assert list(compounds_in(text)) == list(compounds(text, every))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("De-Stalinization, d’avant-garde\nand vice-\nversa", ["destalinization", "avantgarde"]),
        ("well-known\tworld-wide", ["wellknown", "worldwide"]),
        ("one-two-three-four-five 19-56", []),
    ],
)
def test_words_with_a_hyphen_are_joined(text: str, joined: list[str]) -> None:
    assert [token.form for token in compounds_in(text)] == joined


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    for token in tokens(text):
        assert fold(token.form) == token.form


@given(TEXTS)
def test_composed_and_decomposed_text_have_the_same_words(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    if not any(0x1100 <= ord(letter) <= 0x11FF or 0xA960 <= ord(letter) <= 0xD7FB for letter in text):
        assert [token.form for token in tokens(composed)] == [token.form for token in tokens(apart)]


@given(st.text(st.sampled_from("北京大学กรุงเทพ한국어"), min_size=1, max_size=12))
def test_every_letter_of_a_script_without_spaces_begins_a_pair(text: str) -> None:
    spans = pairs(text, 0, len(text))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(one[1] > two[0] for one, two in itertools.pairwise(spans))

"""Forms of one word meet by the grammar of the text's language, names of people above all."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from sourcebook.search.analysing import Analyser
from sourcebook.search.analysis import LanguageAnalyser
from sourcebook.search.analysis.grammars import grammar_of
from sourcebook.search.words.folding import fold
from sourcebook.search.words.snowball import ALGORITHMS

NAMES = """
Хрущёв: Хрущёва Хрущёву Хрущёвым Хрущёве Хрущева ХРУЩЁВА Хруще́ва хрущёва
Брежнев: Брежнева Брежневу Брежневым Брежневе
Горбачёв: Горбачёва Горбачёву Горбачевым Горбачёве
Маленков: Маленкова Маленкову Маленковым
Молотов: Молотова Молотову Молотовым Молотове
Ворошилов: Ворошилова Ворошилову Ворошиловым
Жуков: Жукова Жукову Жуковым
Сталин: Сталина Сталину Сталиным Сталине
Ленин: Ленина Ленину Лениным Ленине
Берия: Берии Берию Берией
Микоян: Микояна Микояну Микояном
Каганович: Кагановича Кагановичу Кагановичем
Булганин: Булганина Булганину Булганиным
Шепилов: Шепилова Шепилову Шепиловым Шепилове
Тито: Тито
Москва: Москвы Москве Москву Москвой МОСКВѢ
Познань: Познани Познанью
"""
RUSSIAN = [line.split(": ") for line in NAMES.strip().splitlines()]

TOGETHER = [
    ("en", "congress", "Congresses congress's"),
    ("en", "speech", "speeches Speech"),
    ("uk", "Київ", "Києва Києві"),
    ("uk", "Хрущов", "Хрущова Хрущову"),
    ("pl", "Poznań", "Poznania Poznaniu"),
    ("de", "Haus", "Häuser Hauses"),
    ("fr", "élève", "élèves"),
    ("hu", "könyv", "könyvek könyvet"),
    ("ka", "თბილისი", "თბილისში"),
    ("bg", "град", "градове"),
    ("hr", "knjiga", "knjigama knjigu"),
    ("bs", "књига", "књигама"),
    ("sk", "kniha", "knihami"),
    ("sl", "knjiga", "knjigami"),
    ("he", "ספר", "הספרים"),
    ("grc", "ἄνθρωπος", "ἀνθρώπου"),
    ("la", "liber", "librorum"),
    ("mk", "книга", "книгите"),
    ("lv", "grāmata", "grāmatu"),
    ("ru", "русский", "русскаго Русскія русскихъ"),
    ("ru", "беспокойство", "безпокойства безпокойствомъ"),
    ("ru", "исторія", "истории исторіею"),
    ("ru", "она", "ея"),
    ("ru-petr1708", "миръ", "мира міру"),
    ("ru", "Congress", "Congresses"),
    ("en", "Хрущёв", "Хрущёва"),
]


@pytest.fixture(scope="module")
def analyser() -> LanguageAnalyser:
    return LanguageAnalyser()


def stems(analyser: Analyser, text: str, language: str) -> list[str]:
    return [token.stem for token in analyser.tokens(text, language)]


@pytest.mark.parametrize(("name", "forms"), RUSSIAN)
def test_every_case_of_a_russian_name_meets_its_nominative(
    analyser: LanguageAnalyser, name: str, forms: str
) -> None:
    assert set(stems(analyser, f"{name} {forms}", "ru")) == {fold(name)}


@pytest.mark.parametrize(("language", "word", "forms"), TOGETHER)
def test_forms_of_a_word_meet(analyser: LanguageAnalyser, language: str, word: str, forms: str) -> None:
    assert len(set(stems(analyser, f"{word} {forms}", language))) == 1


@pytest.mark.parametrize("language", ["", "ru-Latn", "x-private", "ain", "not a tag"])
def test_words_of_an_unknown_language_stay_as_they_are(analyser: LanguageAnalyser, language: str) -> None:
    assert stems(analyser, "Khrushcheva speeches", language) == ["khrushcheva", "speeches"]


@pytest.mark.parametrize("language", ["ast", "enm", "gd", "gv", "is", "ms", "se", "sq", "tl"])
def test_the_choice_follows_what_the_installed_library_has(language: str) -> None:
    words = StreamDictionaryFactory().get_dictionary(language)
    word, lemma = next(
        (one, of) for one, of in words.items() if one.isalpha() and one.islower() and one != of
    )
    assert grammar_of(language)(word) == lemma


def test_the_manual_names_the_languages(repository: Path) -> None:
    page = (repository / "docs/how-to/how-search-reads-words.md").read_text(encoding="utf-8")
    told = [
        set(codes.split())
        for codes in re.findall(r"^\| by [^|]*\(\w+\) \| ([a-z ]+) \|$", page, re.MULTILINE)
    ]
    others = {"bs", "cnr", "fil", "hr", "sh"}
    listed = (SUPPORTED_LANGUAGES | others) - ALGORITHMS.keys() - {"hbs", "ru"}
    assert told == [set(ALGORITHMS), {"ru"}, listed]


def test_a_hyphenated_word_is_also_found_whole(analyser: LanguageAnalyser) -> None:
    found = analyser.tokens("De-Stalinization, 1956-57", "en")
    assert [token.also for token in found] == [(), ("destalinization",), (), ()]


@given(st.text(max_size=40), st.sampled_from(["en", "ru", "pl", "hu", "zh", "ar", "", "ru-Latn"]))
def test_any_text_has_whole_tokens_in_order(text: str, language: str) -> None:
    analyser = LanguageAnalyser()
    for token in analyser.tokens(text, language):
        assert fold(text[token.start : token.end]) == token.form
        assert token.stem
        assert not any(character.isspace() for character in token.form + token.stem)


def test_the_fingerprint_is_the_same_in_every_process(analyser: LanguageAnalyser) -> None:
    assert LanguageAnalyser().fingerprint == analyser.fingerprint


def test_no_grammar_is_loaded_by_what_answers_questions() -> None:
    """Server processes import these; a grammar is tens of megabytes in each of them."""
    program = (
        "import sys\n"
        "from sourcebook.search import answering, corrections, expansion, highlighting, opening, parsing\n"
        "from sourcebook.search.expansion.stems import stems\n"
        "from sourcebook.search.words.snowball import snowball\n"
        "assert snowball('en')('speeches') == 'speech'\n"
        "print(sorted({'pymorphy3', 'simplemma', 'django', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""Whoever knows a person or a place by any name, in any alphabet, finds what has to do with them, and is told how."""

import pytest

from sourcebook.record import Event, Name, Person, Place, Record, Term
from sourcebook.search.answers import Why
from sourcebook.search.names.naming import RecordNamer
from sourcebook.search.words.folding import fold
from sourcebook.search.words.sounds import sounds
from sourcebook.vocabulary.dates import read_date
from tests.search.room import SearchRoom

KHRUSHCHEV = (
    "Хрущёв Khrushchev Chruščëv Hruşçov Chruschtschow Krushchev Hruscsov Chruszczow Khrouchtchev "
    "Jruschov Xruşşov Хрущов"
)


@pytest.mark.parametrize("asked", KHRUSHCHEV.split())
def test_a_person_is_found_by_any_spelling(demo: SearchRoom, asked: str) -> None:
    found = demo.found(asked)
    assert found[0] == "person:nikita-khrushchev"
    assert set(found) >= {"subject:khrushchevs-secret-speech", "source:secret-speech", "event:closed-session"}


@pytest.mark.parametrize("asked", ["Хрущёв", "Khrushchev", "Krushchev", "Chruschtschow"])
def test_what_is_about_a_person_by_its_title_comes_before_what_only_mentions_him(
    demo: SearchRoom, asked: str
) -> None:
    assert set(demo.found(asked)[1:3]) == {"subject:khrushchevs-secret-speech", "source:secret-speech"}


@pytest.mark.parametrize("asked", [name for name in KHRUSHCHEV.split() if name != "Хрущёв"])
def test_the_answer_says_through_which_name(demo: SearchRoom, asked: str) -> None:
    (through,) = demo.expanded(asked).names
    assert (through.rule, through.asked, through.found) == ("name", asked, "Хрущёв")
    assert through.reference == "person:nikita-khrushchev"


def test_a_name_in_another_case_is_that_name(demo: SearchRoom) -> None:
    assert demo.found("Хрущёву")[0] == "person:nikita-khrushchev"
    assert demo.found("Познани")[0] == "place:poznan"


@pytest.mark.parametrize(
    ("asked", "reference", "through"),
    [
        ("Tiflis", "place:tbilisi", "Tiflis"),
        ("Тифлис", "place:tbilisi", "Тифлис"),
        ("თბილისი", "place:tbilisi", "Tbilisi"),
        ("Moszkva", "place:moscow", "Moscow"),
        ("Nikita Khrushchev", "person:nikita-khrushchev", "Никита Сергеевич Хрущёв"),
        ("N. S. Khrushchev", "person:nikita-khrushchev", "Хрущёв"),
        ("Надь", "person:imre-nagy", "Nagy"),
        ("Nagy Imre", "person:imre-nagy", "Imre Nagy"),
        ("Gomulka", "person:wladyslaw-gomulka", "Гомулка"),
    ],
)
def test_people_and_places_under_other_names(
    demo: SearchRoom, asked: str, reference: str, through: str
) -> None:
    assert demo.found(asked)[0] == reference
    assert [(why.found, why.reference) for why in demo.expanded(asked).names] == [(through, reference)]


def test_a_text_in_one_alphabet_is_found_by_a_name_in_another(demo: SearchRoom) -> None:
    (hit,) = [
        hit
        for hit in demo.ask("Jruschov", size=50).hits
        if hit.record.reference == "event:pospelov-commission"
    ]
    passage = hit.passages[0]
    mark = passage.marks[0]
    assert passage.passage.text[mark.start : mark.end] == "Хрущева"
    assert mark.why == Why(
        rule="name", asked="Jruschov", found="Хрущёв", language="ru", reference="person:nikita-khrushchev"
    )


@pytest.mark.parametrize(
    ("asked", "reference"),
    [
        ("theme:texts", "theme:how-texts-travel"),
        ('theme:"texts travel"', "theme:how-texts-travel"),
        ("theme:text", "theme:how-texts-travel"),
        ("theme:how-texts-travel", "theme:how-texts-travel"),
        ("тема:текст", "theme:how-texts-travel"),
        ('theme:"puti tekstov"', "theme:how-texts-travel"),
        ("theme:destalinization", "theme:de-stalinization"),
        ("тема:Десталинизация", "theme:de-stalinization"),
        ('subject:"secret speech"', "subject:khrushchevs-secret-speech"),
        ("сюжет:доклад", "subject:khrushchevs-secret-speech"),
    ],
)
def test_themes_and_subjects_are_found_by_words_of_their_titles(
    demo: SearchRoom, asked: str, reference: str
) -> None:
    by_address = demo.found(reference, all_words=True)
    assert reference in by_address
    assert any(found.startswith("source:") for found in by_address)
    assert demo.found(asked, all_words=True) == by_address


def test_the_answer_says_to_what_a_record_belongs(demo: SearchRoom) -> None:
    hits = demo.ask("theme:texts", size=50).hits
    assert {why.found for hit in hits for why in hit.why} == {"How Texts Travel"}


def test_a_theme_that_is_not_there_is_searched_as_words(demo: SearchRoom) -> None:
    assert demo.found("theme:Tbilisi") == demo.found("Tbilisi")
    assert demo.expanded("How Texts Travel").names == (), "a title is no name"


def test_a_word_of_many_names_is_no_name(demo: SearchRoom) -> None:
    """“Resolution” stands in names of events, and yet who asks for it asks for a word."""
    assert demo.expanded("resolution party session").names == ()


def test_names_are_made_from_the_original_in_its_natural_order() -> None:
    names = (
        Name(text="Хрущёв Никита", language="ru", sort_as="Хрущёв, Никита"),
        Name(text="Nikita Khrushchev", language="en"),
    )
    made = list(RecordNamer().names(Person(slug="k", names=names)))
    assert [(one.form, one.rule) for one in made[:2]] == [("никита хрущев", ""), ("nikita khrushchev", "")]
    assert ("nikita chruschtschow", "german") in [(one.form, one.rule) for one in made]
    assert len({one.form for one in made}) == len(made)


def test_a_name_whose_language_nobody_says_is_read_by_its_alphabet() -> None:
    made = RecordNamer().names(Place(slug="t", names=(Name(text="თბილისი"),)))
    assert {one.form for one in made} == {"თბილისი", "tbilisi"}


CITY = Place(
    slug="saint-petersburg",
    names=(
        Name(text="Saint Petersburg", language="en"),
        Name(text="Санкт-Петербург", language="ru"),
        Name(text="St Petersburg", language="en", use="variant"),
        Name(text="Петроград", language="ru", use="former", during=read_date("August 1914 – 1924")),
        Name(text="Ленинград", language="ru", use="former", during=read_date("1924–1991")),
        Name(text="Leningrad", language="en", use="former", during=read_date("1924–1991")),
    ),
)
CITY_RECORDS: tuple[Record, ...] = (
    CITY,
    Event(slug="dvd", names=(Name(text="The Leningrad case", language="en"),), place=CITY.reference),
    *(
        Term(slug=slug, names=(Name(text=slug),), description={language: text})
        for slug, language, text in (
            ("one", "ru", "Рабочие Петрограда бастовали."),
            ("two", "ru", "Он вернулся в Ленинград."),
            ("three", "en", "He came from St Petersburg to Moscow."),
            ("four", "en", "He [lived there](place:saint-petersburg)."),
            ("five", "en", "Nothing of it."),
        )
    ),
)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> SearchRoom:
    return SearchRoom(tmp_path_factory.mktemp("city-index"), CITY_RECORDS)


@pytest.mark.parametrize(
    ("asked", "through", "years"),
    [
        ("Ленинград", "Ленинград", (1924, 1991)),
        ("Leningrad", "Leningrad", (1924, 1991)),
        ("Ленинграде", "Ленинград", (1924, 1991)),
        ("Leningrado", "Leningrad", (1924, 1991)),
        ("Петроград", "Петроград", (1914, 1924)),
        ("Petrograd", "Петроград", (1914, 1924)),
        ("Санкт-Петербург", "Saint Petersburg", (None, None)),
        ("Saint Petersburg", "Санкт-Петербург", (None, None)),
        ("St Petersburg", "Saint Petersburg", (None, None)),
        ("Sankt-Peterburg", "Saint Petersburg", (None, None)),
        ("St. Petersburg", "Saint Petersburg", (None, None)),
    ],
)
def test_a_place_is_found_by_what_it_was_called_and_when(
    city: SearchRoom, asked: str, through: str, years: tuple[int | None, int | None]
) -> None:
    found = city.found(asked)
    assert found[0] == CITY.reference
    assert set(found) == {record.reference for record in CITY_RECORDS if record.slug != "five"}
    (why,) = city.expanded(asked).names
    assert (why.found, why.years, why.reference) == (through, years, CITY.reference)


def test_a_name_has_its_days_and_so_have_those_made_from_it() -> None:
    made = {one.form: (one.first_day, one.last_day, one.years) for one in RecordNamer().names(CITY)}
    assert made["ленинград"] == made["leningrad"] == (702_666, 727_502, (1924, 1991))
    assert made["petrograd"][2] == (1914, 1924)
    assert made["saint petersburg"] == (None, None, (None, None))


@pytest.mark.parametrize(
    ("times", "years"),
    [
        (("1703–1914", "from 1991"), (None, None)),
        (("{1703..1914,1991..}",), (None, None)),
        (("from 1991", "from 1991"), (1991, None)),
        (("from 1991", None), (1991, None)),
        (("some time",), (None, None)),
    ],
)
def test_times_apart_are_not_told_as_one(
    times: tuple[str | None, ...], years: tuple[int | None, int | None]
) -> None:
    names = tuple(
        Name(text="Peterburg", language=language, during=read_date(time) if time else None)
        for language, time in zip(("en", "de"), times, strict=False)
    )
    (made,) = RecordNamer().names(Place(slug="p", names=names))
    assert made.years == years


@pytest.mark.parametrize(
    ("one", "other"),
    [(name, "Хрущёв") for name in KHRUSHCHEV.split()]
    + [
        ("Gorbatschow", "Горбачёв"),
        ("Schukow", "Жуков"),
        ("Tbilisi", "თბილისი"),
        ("Nagy", "Надь"),
        ("Rákosi", "Ракоши"),
    ],
)
def test_spellings_of_a_name_sound_alike(one: str, other: str) -> None:
    assert sounds(fold(one)) & sounds(fold(other))


@pytest.mark.parametrize(("one", "other"), [("Хрущёв", "Горбачёв"), ("Nagy", "Gerő"), ("Berlin", "Budapest")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert not sounds(fold(one)) & sounds(fold(other))

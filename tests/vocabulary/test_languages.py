"""Language tags of BCP 47: form, names, scripts, directions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary.languages import LanguageError, check_language, direction, language_name, script


@pytest.mark.parametrize(
    ("tag", "canonical"),
    [
        ("ru", "ru"),
        ("EN-gb", "en-GB"),
        ("RU-latn", "ru-Latn"),
        ("ru_Latn", "ru-Latn"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("ru-petr1708", "ru-petr1708"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("es-419", "es-419"),
        ("en-GB-x-Moments", "en-GB-x-moments"),
        ("de-u-co-phonebk", "de-u-co-phonebk"),
        ("x-private", "x-private"),
    ],
)
def test_a_tag_gets_its_canonical_case(tag: str, canonical: str) -> None:
    assert check_language(tag) == canonical
    assert check_language(canonical) == canonical


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "r",
        "русский",
        "en--gb",
        "en-",
        "en-a",
        "a" * 100,
        "sl-rozaj-rozaj",
        "en-u-ab-u-cd",
        "English language",
        "12",
    ],
)
def test_what_is_no_tag_is_refused_with_an_example(tag: str) -> None:
    with pytest.raises(LanguageError, match=r"write one such as ru, en-GB or ru-Latn"):
        check_language(tag)


@given(st.text(max_size=40) | st.from_regex(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8}){0,4}", fullmatch=True))
def test_any_text_is_a_tag_or_refused(tag: str) -> None:
    try:
        canonical = check_language(tag)
    except LanguageError:
        return
    assert check_language(canonical) == canonical
    assert direction(canonical) in ("ltr", "rtl")
    assert len(script(canonical)) == 4
    assert language_name(canonical, "ru")


def test_names_in_both_languages_of_the_interface() -> None:
    assert language_name("ru", "en") == "Russian"
    assert language_name("ru", "ru") == "русский"
    assert language_name("ru-Latn", "ru") == "русский (латиница)"
    assert language_name("en-GB", "en") == "English (United Kingdom)"
    assert language_name("orv", "en") == "Old East Slavic"
    assert language_name("x-private", "en") == "x-private"


def test_scripts_and_directions() -> None:
    assert (script("ru"), script("ru-Latn"), script("az-Arab"), script("x-private")) == (
        "Cyrl",
        "Latn",
        "Arab",
        "Zyyy",
    )
    assert [direction(tag) for tag in ("ru", "he", "yi", "ar-Latn", "az-Arab", "fa")] == [
        *("ltr", "rtl", "rtl", "ltr", "rtl", "rtl"),
    ]

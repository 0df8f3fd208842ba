"""The compound inputs: language maps, dates, lists."""

import msgspec
import pytest
from django.core.exceptions import ValidationError

from sourcebook.authorities.forms import HistoricalDateFormField, LanguageMapFormField, LinesFormField
from sourcebook.authorities.forms.historical_date import HistoricalDateWidget
from sourcebook.authorities.forms.words import LanguagesFormField
from sourcebook.vocabulary.dates import read_date

pytestmark = pytest.mark.django_db


def test_a_language_map_has_an_input_for_each_language_that_is_there() -> None:
    field = LanguageMapFormField()
    shown = field.widget.render("title", {"ru": "Доклад", "en": "Report"})
    assert shown.index('name="title__en"') < shown.index('name="title__ru"')
    assert 'value="Доклад"' in shown


def test_languages_without_words_are_left_out() -> None:
    data = {"title__en": " Report\r\n2 ", "title__ru": "  "}
    assert LanguageMapFormField().widget.value_from_datadict(data, {}, "title") == {
        "en": "Report\n2",
        "ru": "",
    }
    assert LanguageMapFormField().clean({"en": "Report", "ru": ""}) == {"en": "Report"}


def test_a_further_language_needs_its_tag() -> None:
    field = LanguageMapFormField()
    assert field.clean({"en": "", "new": "Bericht", "new_tag": "DE"}) == {"de": "Bericht"}
    with pytest.raises(ValidationError, match="tag"):
        field.clean({"new": "Bericht", "new_tag": ""})
    with pytest.raises(ValidationError):
        field.clean({"new": "Bericht", "new_tag": "no tag at all"})
    with pytest.raises(ValidationError):
        field.clean({"en": ""})


def test_a_date_shows_how_it_was_read() -> None:
    widget = HistoricalDateWidget()
    assert "Read as 25 February 1956 (1956-02-25" in widget.render("date", read_date("25 February 1956"))
    assert "Not understood" in widget.render("date", read_date("one fine day"))


def test_a_date_that_nobody_touched_is_kept_as_it_is() -> None:
    field = HistoricalDateFormField(required=False)
    older = read_date("25 February 1956", edtf="1956-02", reason="The stamp.")
    shown = {
        "as_written": "25 February 1956",
        "edtf": "1956-02",
        "calendar": "gregorian",
        "reason": "The stamp.",
    }
    assert field.clean({**shown, "kept": msgspec.json.encode(older).decode()}) == older
    assert field.clean({**shown, "edtf": "", "kept": "nonsense"}) == read_date(
        "25 February 1956", reason="The stamp."
    )
    assert field.clean({"as_written": "", "edtf": "", "calendar": "gregorian", "reason": ""}) is None


def test_a_wrong_edtf_is_told() -> None:
    with pytest.raises(ValidationError):
        HistoricalDateFormField().clean({"as_written": "then", "edtf": "1956-02-31"})


def test_a_list_is_one_a_line_and_languages_stand_between_commas() -> None:
    assert LinesFormField().clean("plan, five-year\r\n\r\n съезд\r\nсъезд") == ("plan, five-year", "съезд")
    assert LanguagesFormField().clean("RU, en ru") == ("ru", "en")
    with pytest.raises(ValidationError):
        LanguagesFormField().clean("1 language")

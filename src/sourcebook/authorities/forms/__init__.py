"""The editor's forms for the columns that hold pieces of the record."""

from sourcebook.authorities.forms.historical_date import HistoricalDateFormField
from sourcebook.authorities.forms.language_map import LanguageMapFormField
from sourcebook.authorities.forms.open_select import OpenSelect
from sourcebook.authorities.forms.words import LinesFormField

__all__ = ["HistoricalDateFormField", "LanguageMapFormField", "LinesFormField", "OpenSelect"]

"""What the portable archive writes more simply than JSON: words in one language, names, dates, rights; both ways."""

from typing import Any

import msgspec

from sourcebook.record import LanguageMap, Name, Rights
from sourcebook.vocabulary.dates import HistoricalDate, read_date
from sourcebook.vocabulary.errors import VocabularyError
from sourcebook.vocabulary.rights import read_rights

DATE_FIELDS = ("as_written", "edtf", "calendar", "reason", "earliest", "latest")


def long_date(value: Any) -> HistoricalDate:
    """From words, or from the fields `as_written`, `edtf`, `calendar`, `reason`; DateError for an EDTF that is none."""
    if isinstance(value, str):
        return read_date(value)
    read = read_date(
        value.get("as_written", value.get("edtf", "")),
        edtf=value.get("edtf"),
        calendar=value.get("calendar", "gregorian"),
        reason=value.get("reason", ""),
    )
    given = {field: value[field] for field in ("earliest", "latest") if field in value}
    return msgspec.structs.replace(read, **given)


def short_date(date: HistoricalDate) -> Any:
    """The shortest form that reads back as the same date."""
    fields = {field: getattr(date, field) for field in DATE_FIELDS[:4]}
    default = {"calendar": "gregorian", "edtf": "", "reason": ""}
    given = {field: text for field, text in fields.items() if text != default.get(field)}
    for form in (date.as_written, given):
        try:
            if long_date(form) == date:
                return form
        except VocabularyError:
            continue
    return {**given, "earliest": date.earliest, "latest": date.latest}


def long_statement(text: str) -> str:
    """The URI of a rights statement, from it or from a label; a URI that we do not know stays as it is."""
    try:
        return read_rights(text).uri
    except VocabularyError:
        if "://" in text:
            return text
        raise


def short_rights(rights: Rights) -> str | None:
    """The statement alone, where there is nothing else and it reads back as the same; else None."""
    alone = rights == Rights(statement=rights.statement)
    return rights.statement if alone and long_statement(rights.statement) == rights.statement else None


def short_name(name: Name, language: str) -> str | None:
    """The words alone, for a preferred name in the archive's first language; else None."""
    return name.text if name == Name(text=name.text, language=language) else None


def short_words(words: LanguageMap, language: str) -> str | None:
    """The words alone, where there is nothing but the archive's first language; else None."""
    return words[language] if words.keys() == {language} else None

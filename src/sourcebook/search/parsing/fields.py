"""Words that may stand before a colon, in English and in Russian."""

from sourcebook.search.query import QueryField

_NAMES: dict[QueryField, str] = {
    "title": "title название заглавие заголовок",
    "by": "by author автор авторы кто",
    "in": "in на",
    "year": "year date год дата",
    "person": "person people лицо человек персона",
    "place": "place место",
    "subject": "subject сюжет",
    "theme": "theme тема",
    "kind": "kind вид",
    "medium": "medium носитель тип",
    "language": "language lang язык",
}

FIELDS: dict[str, QueryField] = {name: field for field, names in _NAMES.items() for name in names.split()}
"""By the word in lower case."""

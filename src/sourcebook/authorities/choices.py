"""The record's closed lists of words as a form's choices and a column's constraint."""

from typing import Any, get_args

from django.db.models import CheckConstraint, Q
from django.utils.translation import pgettext_lazy

_WORDS = {
    "": "—",
    # Kinds of records.
    "archive": pgettext_lazy("choice", "archive"),
    "year": pgettext_lazy("choice", "year"),
    "theme": pgettext_lazy("choice", "theme"),
    "subject": pgettext_lazy("choice", "subject"),
    "source": pgettext_lazy("choice", "source"),
    "person": pgettext_lazy("choice", "person"),
    "organisation": pgettext_lazy("choice", "organisation"),
    "place": pgettext_lazy("choice", "place"),
    "event": pgettext_lazy("choice", "event"),
    "term": pgettext_lazy("choice", "term"),
    # Media.
    "text": pgettext_lazy("choice", "text"),
    "image": pgettext_lazy("choice", "image"),
    "audio": pgettext_lazy("choice", "audio"),
    "video": pgettext_lazy("choice", "video"),
    "object": pgettext_lazy("choice", "object"),
    # Kinds of text versions, and whether they were looked through.
    "transcription": pgettext_lazy("choice", "transcription"),
    "translation": pgettext_lazy("choice", "translation"),
    "captions": pgettext_lazy("choice", "captions"),
    "lyrics": pgettext_lazy("choice", "lyrics"),
    "transliteration": pgettext_lazy("choice", "transliteration"),
    "description": pgettext_lazy("choice", "description"),
    "precis": pgettext_lazy("choice", "precis"),
    "draft": pgettext_lazy("choice", "draft"),
    "reviewed": pgettext_lazy("choice", "reviewed"),
    # Uses of names.
    "preferred": pgettext_lazy("choice", "preferred"),
    "variant": pgettext_lazy("choice", "variant"),
    "former": pgettext_lazy("choice", "former"),
    "birth": pgettext_lazy("choice", "birth"),
    "pseudonym": pgettext_lazy("choice", "pseudonym"),
    "abbreviation": pgettext_lazy("choice", "abbreviation"),
    # Certainty.
    "certain": pgettext_lazy("choice", "certain"),
    "probable": pgettext_lazy("choice", "probable"),
    "possible": pgettext_lazy("choice", "possible"),
    "disputed": pgettext_lazy("choice", "disputed"),
    # Comments of readers.
    "closed": pgettext_lazy("choice", "closed"),
    "open": pgettext_lazy("choice", "open"),
}


def choices(literal: Any) -> list[tuple[str, Any]]:
    """Of a `Literal`, in its order, each word in the editor's language."""
    return [(word, _WORDS[word]) for word in get_args(literal)]


def one_of(literal: Any, field: str) -> CheckConstraint:
    """The database's own word that a column holds nothing but the `Literal`'s values."""
    return CheckConstraint(
        condition=Q(**{f"{field}__in": get_args(literal)}), name=f"%(app_label)s_%(class)s_{field}_is_known"
    )

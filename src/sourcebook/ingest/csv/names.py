"""Whose name a cell holds, as far as its form says."""

import re

_CORPORATE = re.compile(
    r"\b(?:Co|Company|Corp|Corporation|Inc|Ltd|Bros|Brothers|University|College|School|Library|Museum|Archives?|Press|"
    r"Society|Association|Institute|Department|Ministry|Committee|Commission|Council|Service|Bureau|Agency|Office|"
    r"Studios?|Club|Athletics|Party|Union|Government|Army|News|Times)\b\.?"
)
_PERSON = re.compile(r"[^\W\d_][\w'’. -]*, ?[^\W\d_][\w'’. -]*")


def is_person(name: str) -> bool:
    """Whether a name is written `Surname, Forename`."""
    return _PERSON.fullmatch(name) is not None and not is_organisation(name)


def is_organisation(name: str) -> bool:
    """Whether a name has a word that only organisations have."""
    return _CORPORATE.search(name) is not None

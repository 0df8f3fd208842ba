from sourcebook.authorities.fields import StructField
from sourcebook.record import Note, Passage


class PassagesField(StructField):
    """The passages of a text version, in order."""

    holds = tuple[Passage, ...]


class NotesField(StructField):
    """The footnotes of a text version, in order."""

    holds = tuple[Note, ...]

"""What is asked about at the gate: a thing as it would be published, with its latest draft."""

from typing import Any

from sourcebook.publishing.gather import gather_object
from sourcebook.record import Record


def draft_record(thing: Any) -> Record:
    """The record of the latest draft, or of the row where there is none."""
    return gather_object(thing.get_latest_revision_as_object())

"""From the desk's models to records: the only way there is. `restore` is the exact inverse."""

from sourcebook.publishing.gather.desk_state import is_on_desk, mark_live, unschedule, with_drafts
from sourcebook.publishing.gather.errors import NotOnDesk
from sourcebook.publishing.gather.reading import gather, gather_all, gather_object, gather_these

__all__ = [
    "NotOnDesk",
    "gather",
    "gather_all",
    "gather_object",
    "gather_these",
    "is_on_desk",
    "mark_live",
    "unschedule",
    "with_drafts",
]

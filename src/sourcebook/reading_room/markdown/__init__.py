"""The archive's own Markdown as HTML: CommonMark with tables and notes; HTML in it is shown, never interpreted."""

from sourcebook.reading_room.markdown.notes import Notes
from sourcebook.reading_room.markdown.writing import Writing

__all__ = ["Notes", "Writing"]

"""Preview: what a form or a revision holds, laid over the published library and made into pages by the reading room."""

from sourcebook.publishing.preview.serving import DeskPreviewer

__all__ = ["DeskPreviewer"]

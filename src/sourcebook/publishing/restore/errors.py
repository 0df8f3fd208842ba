from sourcebook.errors import SourcebookError


class RestoreError(SourcebookError):
    """Records that cannot be put on the desk together; nothing was written."""

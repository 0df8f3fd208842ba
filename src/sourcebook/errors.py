"""The base of all errors that are told to people."""


class SourcebookError(Exception):
    """Its message is one clear sentence on what is wrong and what to do; it is shown as it stands."""

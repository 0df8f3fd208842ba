from sourcebook.errors import SourcebookError
from sourcebook.sentences import Sentence


class NotOnDesk(SourcebookError):  # noqa: N818
    """There is nothing on the desk with this reference."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(
            Sentence(
                "There is no {reference} on the desk: look for a slip of the pen, or import it first.",
                reference=reference,
            )
        )

"""What plain Python says of the texts that it reads, in the language of the desk: it speaks English alone."""

from django.utils.translation import gettext as translated
from django.utils.translation import gettext_noop

_KNOWN = (
    gettext_noop("This is no Word document: bring a file that ends in .docx."),
    gettext_noop("This is an older Word document, or one with a password: save it as .docx without one."),
    gettext_noop(
        "The document is broken or cut off. Open it in Word or LibreOffice, save it as .docx, and bring it again."
    ),
    gettext_noop(
        "The document cannot be read: open it in Word or LibreOffice, save it as .docx, and bring it again."
    ),
    gettext_noop("The document is larger unpacked than any text is. Bring it in several parts."),
    gettext_noop("The document defines entities of its own, which Word never does: it is not read."),
    gettext_noop("The document is nested deeper than any text is: it is not read."),
    gettext_noop("That is longer than any text is. Bring it in several parts."),
    gettext_noop("The text cannot be read: it is broken. Copy it again, or paste it as plain text."),
    gettext_noop(
        "This is no text in Unicode: save it as .docx, or as plain text in UTF-8, and bring it again."
    ),
    gettext_noop("This is no text: bring a Word document, captions or plain text."),
    gettext_noop("Pictures in the text were left out: bring them as files of a source."),
    gettext_noop(
        "The text calls footnotes whose words were not copied with it: copy it again with its last page, or bring the "
        "document as .docx."
    ),
)


def said(sentence: object) -> str:
    """In the editor's language; a sentence that no translator has seen stays as it is."""
    return translated(str(sentence))

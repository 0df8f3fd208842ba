"""The button above an essay's blocks that brings a Word document into them."""

import json

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def word_document(name: str) -> SafeString:
    """For the input of that name; nothing where no app reads such documents, since they stand above this one."""
    try:
        address = reverse("sourcebook_read_essay_file")
    except NoReverseMatch:
        return SafeString("")
    words = {
        "reading": _("It is being read …"),
        "replaces": _("Put the words of the document in the place of those that are here?"),
        "read": _("“%(file)s” has been read; look it through below before you save or publish."),
        "notRead": _("It could not be read: try again."),
    }
    return format_html(
        '<sb-word-document data-address="{}" data-name="{}" data-words="{}">'
        '<label class="button button-small button-secondary">{}<input type="file" accept=".docx"></label> '
        '<span class="sb-word-document__help">{}</span><p role="status"></p></sb-word-document>',
        address,
        name,
        json.dumps(words),
        _("Bring a Word document"),
        _("Headings, emphasis, lists, tables and footnotes come along; pictures do not."),
    )

"""Each fault in one sentence: what is wrong, and what to do."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sourcebook.publishing.gate.faults import Fault
from sourcebook.sentences import unpacked

SENTENCES = {
    "title-missing": _("It has no title: write one, in at least one language."),
    "title-language": _(
        "It has no title in the archive’s first language (%(language)s): readers see another language’s; write one."
    ),
    "rights-missing": _(
        "Nothing says what readers may do with it: choose a rights statement; “Copyright Not Evaluated” is one too."
    ),
    "alternative-text-missing": _(
        "Canvas %(canvas)s (%(file)s) has no alternative text: write what it shows, for those who do not see it."
    ),
    "picture-undescribed": _(
        "The picture taken from %(target)s, canvas %(canvas)s, has no alternative text: write it in that source and "
        "publish that first."
    ),
    "captions-missing": _(
        "%(file)s can be heard but not read: add captions or a transcript as a text version."
    ),
    "date-unread": _(
        "The date “%(date)s” is written but not understood: write it plainly, or give it in EDTF beside the words."
    ),
    "quotation-differs": _(
        "The quotation is not what stands in %(span)s: quoted is “%(quoted)s”, there it says “%(there)s”. "
        "Quote it as it is; leave words out with …, put your own into [square brackets]."
    ),
    "selection-unpublished": _(
        "The selected source %(target)s is not published: publish it first, or take it out of the selection."
    ),
    "link-unwritten": _(
        "The link “%(target)s” is not written as a link: write kind:slug, as in person:imre-nagy."
    ),
    "link-unknown": _("There is no %(target)s: look for a slip of the pen, or take it out."),
    "link-moved": _("%(target)s has another address by now: choose it anew."),
    "link-withdrawn": _(
        "%(target)s was withdrawn and readers cannot open it: take it out, or have it published again first."
    ),
    "link-unpublished": _("%(target)s is not published yet: publish it first, or take it out."),
    "span-missing": _("The link leads past what is there. %(why)s Choose the span anew."),
    "note-missing": _("Footnote %(note)s is called, but not written: write it, or take the call out."),
    "note-uncalled": _(
        "Footnote %(note)s is written, but nothing calls it, so readers do not see it: call it, or take it out."
    ),
    "original-missing": _(
        "“%(text)s” is said to follow “%(original)s”, which is not there: choose the right one."
    ),
    "language-same": _(
        "It is said to be translated into its own language (%(language)s): correct one of the two."
    ),
    "language-other": _(
        "A transcription in %(language)s, but the original is said to be in %(languages)s: correct one of the two."
    ),
    "named-unpublished": _("%(target)s is not published yet: readers see its name without a page."),
}

NOTHING_THERE = _("something else")

HEADINGS = {
    "title-missing": _("No title"),
    "title-language": _("No title in the archive’s first language"),
    "rights-missing": _("No rights statement"),
    "alternative-text-missing": _("A canvas without alternative text"),
    "picture-undescribed": _("A picture without alternative text"),
    "captions-missing": _("A recording without captions or transcript"),
    "date-unread": _("A date that is not understood"),
    "quotation-differs": _("A quotation that differs from its source"),
    "selection-unpublished": _("A selected source that is not published"),
    "link-unwritten": _("A link that is not written as one"),
    "link-unknown": _("A link to what is not there"),
    "link-moved": _("A link to an old address"),
    "link-withdrawn": _("A link to what was withdrawn"),
    "link-unpublished": _("A link to what is not published"),
    "span-missing": _("A link past what is there"),
    "note-missing": _("A footnote that is called but not written"),
    "note-uncalled": _("A footnote that nothing calls"),
    "original-missing": _("A translation of what is not there"),
    "language-same": _("A translation into its own language"),
    "language-other": _("A transcription in another language than the original"),
    "named-unpublished": _("Somebody or something named that is not published"),
}
"""What each code is called in lists and filters."""


def sentence(fault: Fault) -> str:
    """In the language of whoever reads it."""
    about = dict(fault.about)
    if "there" in about and not about["there"]:
        about["there"] = str(NOTHING_THERE)
    if "why" in about:
        about["why"] = str(unpacked(about["why"]))
    return str(SENTENCES[fault.code]) % about


def heading(code: str) -> str:
    return str(HEADINGS[code]) if code in HEADINGS else gettext("Another fault")

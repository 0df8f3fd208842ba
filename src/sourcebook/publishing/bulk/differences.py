"""What a change does to one source, field by field, word by word."""

from typing import Any

from django.utils.text import capfirst
from msgspec import Struct
from wagtail.admin.compare import diff_text

from sourcebook.authorities.readable import readable
from sourcebook.publishing.uses.showing import label_of
from sourcebook.record import Record, Source
from sourcebook.sources.models import Source as SourceRow


class Difference(Struct, frozen=True):
    """One field that differs."""

    label: str
    html: Any
    """What goes and what comes, marked as in a comparison of revisions."""


def differences(before: Record, after: Record) -> list[Difference]:
    """The fields in which two states of a source differ, in their order."""
    if before == after:
        return []
    changed = (name for name in Source.__struct_fields__ if getattr(before, name) != getattr(after, name))
    return [
        Difference(
            capfirst(label_of(SourceRow, "rights_statement" if name == "rights" else name)),
            diff_text(readable(getattr(before, name)), readable(getattr(after, name))).to_html(),
        )
        for name in changed
    ]

"""The technical facts of a file in words."""

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _


def facts_line(file: Any) -> str:
    """The facts of a file in one line: `image/png · 40 × 30 pixels · 1.2 KB`."""
    if not file.media_type:
        return ""
    picture = _("%(width)s × %(height)s pixels") % {"width": file.width, "height": file.height}
    return " · ".join(
        [
            file.media_type,
            *([picture] if file.width and file.height else []),
            *([_length(file.duration)] if file.duration else []),
            filesizeformat(file.size),
        ]
    )


def _length(seconds: float) -> str:
    """`0.5 seconds`, `3:07 minutes`, `1:02:05 hours`."""
    if seconds < 60:
        return _("%(seconds)s seconds") % {"seconds": seconds}
    hours, rest = divmod(round(seconds), 3600)
    if hours:
        return _("%(time)s hours") % {"time": f"{hours}:{rest // 60:02}:{rest % 60:02}"}
    return _("%(time)s minutes") % {"time": f"{rest // 60}:{rest % 60:02}"}

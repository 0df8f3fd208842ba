"""From a file in a folder to the record's `File`: its checksum and its facts, or one refusal."""

from pathlib import Path

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.paths import inside
from sourcebook.masters.facts import FactsError, read_facts
from sourcebook.masters.inbox import sha256_of
from sourcebook.masters.naming import NAME
from sourcebook.record import File


def take_file(arrival: Arrival, folder: Path, name: str, origin: Origin, called: str = "") -> File | None:
    """Read a file below a folder and note it for the inbox; what cannot be kept is refused once, and None returned.

    `called` is the name the record gives it, where that is not the file's own.
    """
    path = inside(folder, name)
    if path is None:
        arrival.refuse(
            gettext("“%(name)s” leads out of the folder that is imported.") % {"name": name},
            origin,
            advice=gettext("Put the file into the folder and name it from there."),
        )
        return None
    called = called or path.name
    if not NAME.fullmatch(called):
        arrival.refuse(
            gettext("“%(called)s” cannot be the name of a published file.") % {"called": called},
            origin,
            advice=gettext("Use Latin letters, digits, full stops, hyphens and underscores only."),
        )
        return None
    try:
        facts = read_facts(path)
        sha256 = sha256_of(path)
    except FactsError as error:
        arrival.refuse(gettext("%(name)s: %(error)s") % {"name": name, "error": error}, origin)
        return None
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        arrival.refuse(
            gettext("There is no file “%(name)s”.") % {"name": name}
            if missing
            else gettext("“%(name)s” cannot be read: %(strerror)s.")
            % {"name": name, "strerror": error.strerror},
            origin,
            advice=gettext("Bring it, or take its name out.") if missing else "",
        )
        return None
    arrival.files[sha256] = path
    return File(
        name=called,
        sha256=sha256,
        media_type=facts.media_type,
        size=facts.size,
        width=facts.width,
        height=facts.height,
        duration=facts.duration,
    )

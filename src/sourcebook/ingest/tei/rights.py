"""Licences as TEI headers name them."""

from django.utils.translation import gettext

from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Rights
from sourcebook.vocabulary.rights import read_rights


def licence_rights(licence: str, volume: Volume) -> Rights:
    """The statement a licence is; words that are none of those we know are kept as a note."""
    try:
        return Rights(statement=read_rights(licence).uri)
    except ValueError:
        volume.notice(
            gettext("“%(licence)s” is no licence that is known here; it was kept as a note.")
            % {"licence": licence},
            volume.root,
        )
        return Rights(note={volume.language: licence})

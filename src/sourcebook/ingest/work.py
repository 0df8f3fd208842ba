"""Accessions as background work."""

from django.utils.translation import gettext_lazy as _

from sourcebook.ingest.accessions.bringing import bring_in, try_accession
from sourcebook.ingest.accessions.receiving import clear_forgotten
from sourcebook.ingest.accessions.undoing import undo_accession
from sourcebook.ingest.models import Accession
from sourcebook.publishing.background import Journal, kind_of_work
from sourcebook.publishing.background.worker import duty

UNPACK, READ = _("Unpacking"), _("Reading files")


@kind_of_work(
    "try_import",
    _("Trying what was uploaded"),
    {"unpack": UNPACK, "read": READ, "compare": _("Comparing with the desk")},
)
def try_import(journal: Journal, *, accession: int) -> None:
    try_accession(journal, Accession.objects.get(pk=accession))


@kind_of_work(
    "import", _("Bringing in"), {"unpack": UNPACK, "read": READ, "write": _("Writing onto the desk")}
)
def do_import(journal: Journal, *, accession: int) -> None:
    bring_in(journal, Accession.objects.get(pk=accession))


@kind_of_work(
    "undo_import",
    _("Undoing"),
    {"compare": _("Looking what changed since"), "write": _("Putting back what was")},
)
def undo_import(journal: Journal, *, accession: int) -> None:
    undo_accession(journal, Accession.objects.get(pk=accession))


duty(clear_forgotten)

"""Collections of historians' essays on a period, as the *Milestones* of the Office of the Historian are encoded."""

from sourcebook.ingest.tei.essays.collection import is_collection, read_collection

__all__ = ["is_collection", "read_collection"]

"""Volumes of documents, as the *Foreign Relations of the United States* are encoded."""

from sourcebook.ingest.tei.volumes.volume import is_volume, read_volume

__all__ = ["is_volume", "read_volume"]

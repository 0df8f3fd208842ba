"""Plays, as DraCor encodes them."""

from sourcebook.ingest.tei.plays.play import is_play, read_play

__all__ = ["is_play", "read_play"]

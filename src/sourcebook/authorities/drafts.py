"""What is told when a draft is saved, to whoever stands above this app and keeps something of drafts."""

from django.dispatch import Signal

draft_saved = Signal()
"""Sent in the transaction of the saving, with `draft`: the thing as it was saved, with its rows."""

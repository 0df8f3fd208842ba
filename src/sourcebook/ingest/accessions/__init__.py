"""Bringing material in through the browser: received on the disk, tried, brought in as background work, undone."""

"""The list and the chooser of sources."""

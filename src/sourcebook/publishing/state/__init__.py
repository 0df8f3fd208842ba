"""The state of the archive: how everything on the desk stands at the gate, kept in a table, never computed at view."""

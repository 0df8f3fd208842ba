"""What the essay's pickers ask, in JSON: records by any of their names, and places inside a source."""

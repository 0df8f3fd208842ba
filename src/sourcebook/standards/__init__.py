"""Standards: one folder each, with what we write, read back and check."""

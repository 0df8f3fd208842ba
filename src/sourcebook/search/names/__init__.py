"""Names: under which spellings a thing is to be found, and which words of two spellings are the same name."""

"""From the desk to the record and out to readers: gather, the ordered steps, the log and the library."""

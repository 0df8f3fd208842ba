"""One file for each thing that is looked at. Each has `check(record, questions)`, which gives faults."""

"""Search: what of each published record can be found, how a question is put, what is answered and why.

An outlet: it sees records and knows no database. From left to right:

    record → `making` → documents → `Analyser` → analysed documents → an `Engine`          (the indexer)
    words → `query` → the reader's tree → `matching` → an `Engine` → ranked keys → `answers`  (every server process)

An engine is small and matches tokens only. Languages, spelling, names, parsing, grouping and highlighting stand above
it, so that every engine matches the same passages.
"""

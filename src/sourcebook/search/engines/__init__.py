"""Engines: what keeps the index. `memory` is the plainest, `tantivy` the one that archives use."""

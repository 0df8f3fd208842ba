"""The engine of archives: tantivy, in process, two index folders beside each other.

What of tantivy-py 0.27 surprises is dealt with here and tested in `tests/search/engines/test_tantivy_traps.py`: a
commit that fails poisons its writer until it is rolled back; a document may only be made against the schema, which
still drops unknown names without a word; deleting by a number deletes nothing; tokenizers are not kept in an index; a
phrase of one word and a broken file panic; counts of facets are cut unless told not to be.
"""

from sourcebook.search.engines.tantivy.engine import TantivyEngine
from sourcebook.search.engines.tantivy.guarding import BrokenIndexError

__all__ = ["BrokenIndexError", "TantivyEngine"]

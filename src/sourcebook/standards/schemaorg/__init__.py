"""schema.org descriptions of records, as JSON-LD, for search engines and harvesters."""

from sourcebook.standards.schemaorg.naming import Naming
from sourcebook.standards.schemaorg.write import describe

__all__ = ["Naming", "describe"]

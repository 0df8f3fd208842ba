"""TEI P5: reading files safely, and the names its elements go by."""

from sourcebook.standards.tei.elements import Element, children, language_of, local, name_of, text_of, xml_id
from sourcebook.standards.tei.parsing import TeiError, parse, roots

__all__ = [
    "Element", "TeiError",
    "children", "language_of", "local", "name_of", "parse", "roots", "text_of", "xml_id",
]  # fmt: skip

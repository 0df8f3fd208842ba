"""Which model holds the things of which kind."""

from typing import Any

from sourcebook.authorities.models import AUTHORITIES
from sourcebook.sources.models import Source
from sourcebook.subjects.models import PAGES

MODELS: dict[str, Any] = {**PAGES, "source": Source, **AUTHORITIES}
"""By kind: pages (wholes before parts), sources, authorities."""

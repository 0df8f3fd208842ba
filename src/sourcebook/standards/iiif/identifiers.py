"""URIs of what a source is to IIIF. They hang on its permanent identifier, so that an address in a citation holds."""

from urllib.parse import quote


def canvas_uri(base: str, identifier: str, number: int) -> str:
    """The canvas with this number, from 1."""
    return f"{base}/id/{identifier}/canvas/{number}"


def annotation_uri(base: str, identifier: str, version: str, key: str) -> str:
    """The words of one passage in one version, as an annotation."""
    return f"{base}/id/{identifier}/annotation/{quote(version or '-', safe='')}/{quote(key, safe='')}"


def manifest_uri(base: str, address: str) -> str:
    """The manifest beside the page at `address`."""
    return f"{base}{address}manifest.json"


def search_uri(base: str, identifier: str, version: int = 2) -> str:
    """The search service of one source."""
    return f"{base}/iiif/search/{version}/{identifier}"


def autocomplete_uri(base: str, identifier: str, version: int = 2) -> str:
    """The service that completes words of one source."""
    return f"{base}/iiif/autocomplete/{version}/{identifier}"

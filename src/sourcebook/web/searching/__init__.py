"""Searching over HTTP: pages of results, the JSON interface, IIIF Content Search; no database and no Django."""

"""Parsing: from what a reader typed to the tree of `search.query`. Nothing that can be typed is an error."""

from sourcebook.search.parsing.parser import parse as parse

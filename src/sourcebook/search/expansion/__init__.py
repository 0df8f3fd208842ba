"""Expansion: from the reader's tree to what engines match, by what the lexicon knows of words and names."""

from sourcebook.search.expansion.expanding import expand as expand
from sourcebook.search.expansion.result import Expanded as Expanded

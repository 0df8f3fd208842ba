"""Highlighting: which characters of a text matched, why, and which stretch of the text shows it best."""

from sourcebook.search.highlighting.marking import LexiconHighlighter as LexiconHighlighter
from sourcebook.search.highlighting.snippets import Snippet as Snippet
from sourcebook.search.highlighting.snippets import snippets as snippets

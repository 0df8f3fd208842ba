"""Analysis: the words of a text with their stems, by the grammar of the text's language.

Only the indexer imports this: grammars take tens to hundreds of megabytes. Server processes look words up in the
lexicon.
"""

from sourcebook.search.analysis.analyser import LanguageAnalyser as LanguageAnalyser

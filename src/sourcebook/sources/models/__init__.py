from sourcebook.sources.models.files import Canvas, File
from sourcebook.sources.models.history import Holding, ProvenanceEvent
from sourcebook.sources.models.links import (
    SourceAbout,
    SourceContribution,
    SourceFormerSlug,
    SourceIdentifier,
    SourceLegacyAddress,
    SourceRelation,
    SourceTheme,
)
from sourcebook.sources.models.source import Source, TitleWord, title_words
from sourcebook.sources.models.texts import TextContribution, TextVersion

__all__ = [
    "Canvas", "File", "Holding", "ProvenanceEvent", "Source", "SourceAbout", "SourceContribution",
    "SourceFormerSlug", "SourceIdentifier", "SourceLegacyAddress", "SourceRelation", "SourceTheme",
    "TextContribution", "TextVersion", "TitleWord", "title_words",
]  # fmt: skip

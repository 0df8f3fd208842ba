from sourcebook.subjects.models.essay import Essay, EssayContribution
from sourcebook.subjects.models.pages import ArchiveContribution, ArchivePage, ThemePage, YearPage
from sourcebook.subjects.models.published_page import (
    PageFormerSlug,
    PageLegacyAddress,
    PageWord,
    PublishedPage,
    page_words,
)
from sourcebook.subjects.models.selection import Question, Selection
from sourcebook.subjects.models.subject import SubjectAbout, SubjectPage, SubjectTheme

PAGES: dict[str, type[PublishedPage]] = {
    model.KIND: model for model in (ArchivePage, YearPage, ThemePage, SubjectPage)
}
"""The model of each kind that is a page, wholes before parts."""

__all__ = [
    "PAGES", "ArchiveContribution", "ArchivePage", "Essay", "EssayContribution", "PageFormerSlug",
    "PageLegacyAddress", "PageWord", "PublishedPage", "Question", "Selection", "SubjectAbout", "SubjectPage",
    "SubjectTheme", "ThemePage", "YearPage", "page_words",
]  # fmt: skip

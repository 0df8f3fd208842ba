"""`vocabulary.md`: the words with fixed meaning, with their labels in both languages of the interface."""

from sourcebook.cli.reference.markdown import code, listed, page, table
from sourcebook.vocabulary import kinds, media, versions
from sourcebook.vocabulary.provenance import CERTAINTY, PROVENANCE
from sourcebook.vocabulary.relations import RELATIONS
from sourcebook.vocabulary.rights import RIGHTS
from sourcebook.vocabulary.roles import ROLES

LEAD = """Where a field takes one of a fixed set of words, these are the words: the code is what is written in
a record, a portable archive or a spreadsheet, the labels are what readers see."""

RIGHTS_LEAD = """A statement is kept as its address. It may be written as the address (of the page or the deed
likewise), as the short form or as the label; licences of Creative Commons of earlier versions and of single
countries are understood too."""

LABELS = ("code", "English", "Russian")


def vocabulary_page() -> str:
    """One table for each vocabulary."""
    return page(
        "Vocabulary",
        LEAD,
        *_kinds(),
        *_media(),
        *_versions(),
        *_roles(),
        *_relations(),
        *_labelled("Provenance", "What can happen to a source between its making and us.", PROVENANCE),
        *_labelled("Certainty", "How sure we are of a statement.", CERTAINTY),
        *_rights(),
    )


def _kinds() -> list[str]:
    rows = [
        [code(kind), code(folder and f"/{folder}/"), kinds.label(kind, "en"), kinds.label(kind, "ru")]
        for kind in kinds.KINDS
        for folder in [kinds.folder(kind)]
    ]
    return ["## Kinds", table(["code", "addresses below", "English", "Russian"], rows)]


def _media() -> list[str]:
    rows = [
        [code(medium), code(media.tab(medium)), media.label(medium, "en"), media.label(medium, "ru")]
        for medium in media.MEDIA
    ]
    return ["## Media", table(["code", "tab", "English", "Russian"], rows)]


def _versions() -> list[str]:
    rows = [
        [code(kind), versions.label(kind, "en"), versions.label(kind, "ru")]
        for kind in versions.VERSION_KINDS
    ]
    return ["## Kinds of text version", table(LABELS, rows)]


def _roles() -> list[str]:
    rows = [[code(role.code), code(role.marc), role.english, role.russian] for role in ROLES.values()]
    lead = "What a contributor did, with the code of the MARC relators list where that has one."
    return ["## Roles", lead, table(["code", "MARC", "English", "Russian"], rows)]


def _relations() -> list[str]:
    rows = [
        [code(r.code), r.english, r.russian, code(r.inverse), listed(r.from_kinds), listed(r.to_kinds)]
        for r in RELATIONS.values()
    ]
    lead = "A relation is written once, on either of its two records, and is shown on both."
    heads = ["code", "English", "Russian", "from the other side", "from", "to"]
    return ["## Relations", lead, table(heads, rows)]


def _labelled(title: str, lead: str, words: dict[str, dict[str, str]]) -> list[str]:
    rows = [[code(word), labels["en"], labels["ru"]] for word, labels in words.items()]
    return [f"## {title}", lead, table(LABELS, rows)]


def _rights() -> list[str]:
    rows = [
        [code(right.short), right.english, right.russian, right.uri, "yes" if right.free else ""]
        for right in RIGHTS.values()
    ]
    heads = ["short form", "English", "Russian", "address", "free to reuse"]
    return ["## Rights", RIGHTS_LEAD, table(heads, rows)]

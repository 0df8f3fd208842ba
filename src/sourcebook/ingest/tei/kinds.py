"""What the elements of TEI are to a reader of sources: lines of their own, letters set off, or mere wrapping."""

from sourcebook.record.text import PassageKind
from sourcebook.standards.markdown.words import Style
from sourcebook.standards.tei import Element, children, local

# Elements that hold blocks; each may stand in a paragraph too, which it then divides.
CONTAINERS = frozenset(
    "text front body back group floatingText div div1 div2 div3 div4 div5 div6 div7 attachment postscript opener "
    "epigraph cit argument titlePage docTitle castList set performance prologue epilogue listBibl "
    "listPerson listPlace listOrg person place org sp figure quote lg".split()
)

# Elements whose words are one passage, with its kind.
PASSAGES: dict[str, PassageKind] = {
    "p": "paragraph",
    "ab": "paragraph",
    "head": "heading",
    "titlePart": "heading",
    "dateline": "dateline",
    "salute": "paragraph",
    "closer": "closer",
    "signed": "closer",
    "trailer": "closer",
    "byline": "paragraph",
    "docAuthor": "paragraph",
    "docImprint": "paragraph",
    "docDate": "dateline",
    "docEdition": "paragraph",
    "imprimatur": "paragraph",
    "stage": "stage",
    "l": "verse",
    "bibl": "paragraph",
    "roleDesc": "paragraph",
    "speaker": "paragraph",
    "label": "paragraph",
}

LISTS = frozenset({"list", "castList"})

_BLOCKS = frozenset("p ab list table lg figure floatingText sp attachment div castList cit".split())

# Elements that begin a new line when they stand inside words.
LINES = frozenset("signed salute dateline p ab l lg item list head row closer docDate sp speaker".split())

STYLES: dict[str, Style] = {"emph": Style.ITALIC, "title": Style.ITALIC, "foreign": Style.ITALIC}
RENDERINGS: dict[str, Style] = {
    "italic": Style.ITALIC,
    "italics": Style.ITALIC,
    "it": Style.ITALIC,
    "i": Style.ITALIC,
    "underline": Style.ITALIC,
    "strong": Style.STRONG,
    "bold": Style.STRONG,
    "b": Style.STRONG,
}

POINTING = frozenset(
    "ref ptr persName placeName orgName name rs gloss term geogName settlement country region".split()
)

# Elements that only wrap words, which are read as if it were not there.
TRANSPARENT = frozenset(
    "hi q said soCalled mentioned date time num measure abbr expan add ins seg w c pc s docTitle role "
    "surname forename addName genName roleName nameLink affiliation publisher pubPlace author editor biblScope "
    "idno address addrLine street postCode unclear supplied del sic corr orig reg cell item quote rdg lem app "
    "docImprint titlePart email desc figDesc ident code formula subst am ex caesura distinct eg gi att val "
    "castItem roleDesc castGroup opener attachment div body text row salute".split()
) | frozenset(PASSAGES)

KNOWN = POINTING | TRANSPARENT | LISTS | LINES | frozenset(STYLES)

# Elements without words for readers.
SILENT = frozenset(
    "anchor milestone cb gb fw graphic media index link space script style param handShift".split()
)


def is_block(element: Element) -> bool:
    """Whether an element met among words stands on lines of its own."""
    name = local(element)
    if name == "quote":
        return element.get("rend") == "blockquote" or any(children(element, "p", "list", "lg", "table", "ab"))
    return name in _BLOCKS


def style_of(element: Element) -> Style:
    """How the element sets its letters off, by its rendering first, then by its name."""
    style = Style.PLAIN
    for word in (element.get("rend") or element.get("rendition") or "").split():
        style |= RENDERINGS.get(word.strip("#").casefold(), Style.PLAIN)
    return style or STYLES.get(local(element), Style.PLAIN)


def is_inline(element: Element) -> bool:
    """Whether an element met among blocks is words that stand there bare."""
    name = local(element)
    if name == "l":
        return True
    known = (
        name in POINTING or name in STYLES or name in ("lb", "gap", "choice", "anchor") or name in TRANSPARENT
    )
    return (
        known
        and name not in PASSAGES
        and name not in CONTAINERS
        and name not in LISTS
        and not is_block(element)
    )

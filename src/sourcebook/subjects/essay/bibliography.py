"""The works cited, as blocks of fields; pasted CSL-JSON is read into more of them."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ChoiceBlock, StreamBlock, StructBlock, TextBlock
from wagtail.blocks.base import BlockField, BlockWidget

from sourcebook.authorities.slugs import slug_of_words
from sourcebook.record import CitedName, CitedWork
from sourcebook.record.cited import CITE_KEY
from sourcebook.subjects.essay.csl import CslError, read_csl

OTHER_TYPES = (
    "article article-magazine bill broadcast collection dataset entry entry-dictionary entry-encyclopedia event figure "
    "graphic "
    "hearing interview legal_case legislation map motion_picture musical_score pamphlet paper-conference patent "
    "performance periodical personal_communication post post-weblog regulation report review review-book song speech "
    "standard treaty"
).split()
TYPES = [
    ("book", gettext_lazy("Book")),
    ("chapter", gettext_lazy("Chapter or essay in a book")),
    ("article-journal", gettext_lazy("Article in a journal")),
    ("article-newspaper", gettext_lazy("Article in a newspaper")),
    ("manuscript", gettext_lazy("Unpublished document")),
    ("thesis", gettext_lazy("Thesis")),
    ("webpage", gettext_lazy("Web page")),
    ("document", gettext_lazy("Something else")),
    *((name, name) for name in OTHER_TYPES),
]
_MORE = (
    "collection_title",
    "number",
    "edition",
    "archive",
    "archive_location",
    "language",
    "ISBN",
    "accessed",
    "note",
)


def _line(label: Any, help_text: Any = "") -> CharBlock:
    return CharBlock(required=False, label=label, help_text=help_text)


def _people(label: Any) -> TextBlock:
    return TextBlock(
        required=False, rows=1, label=label, help_text=gettext_lazy("One a line, as in “Taubman, William”.")
    )


class WorkBlock(StructBlock):
    """One work."""

    type = ChoiceBlock(choices=TYPES, default="book", required=False, label=gettext_lazy("Kind"))
    author = _people(gettext_lazy("Author"))
    title = _line(gettext_lazy("Title"))
    container_title = _line(
        gettext_lazy("In"), gettext_lazy("The journal, newspaper, book or site it stands in.")
    )
    editor = _people(gettext_lazy("Editor"))
    translator = _people(gettext_lazy("Translator"))
    publisher_place = _line(gettext_lazy("Place"))
    publisher = _line(gettext_lazy("Publisher"))
    issued = _line(gettext_lazy("Year"), gettext_lazy("Or a day, as in 1989-06-23."))
    volume = _line(gettext_lazy("Volume"))
    issue = _line(gettext_lazy("Issue"))
    page = _line(gettext_lazy("Pages"))
    DOI = _line("DOI")
    URL = _line(gettext_lazy("Web address"))
    more = StructBlock(
        [
            ("collection_title", _line(gettext_lazy("Series"))),
            ("number", _line(gettext_lazy("Number"))),
            ("edition", _line(gettext_lazy("Edition"))),
            ("archive", _line(gettext_lazy("Archive"))),
            ("archive_location", _line(gettext_lazy("Fonds and call number"))),
            ("language", _line(gettext_lazy("Language"))),
            ("ISBN", _line("ISBN")),
            ("accessed", _line(gettext_lazy("Seen on"))),
            ("note", _line(gettext_lazy("Remark"))),
        ],
        label=gettext_lazy("Further details"),
        collapsed=True,
    )
    id = _line(
        gettext_lazy("Key"), gettext_lazy("By which notes cite it; left empty, it is made of name and year.")
    )

    class Meta:
        icon = "clipboard-list"
        label = gettext_lazy("Work")
        label_format = "{author} {title} {issued}"
        collapsed = True


class WorksBlock(StreamBlock):
    """Works, in any order."""

    work = WorkBlock()

    class Meta:
        required = False


def names_written(names: Iterable[CitedName]) -> str:
    """One a line: `Family, Given`; a name that is not divided as it is."""
    return "\n".join(one.literal or f"{one.family}, {one.given}".removesuffix(", ") for one in names)


def names_read(text: str, before: tuple[CitedName, ...]) -> tuple[CitedName, ...]:
    """The names of an input; those of before, where nobody changed them, because one word may be either kind."""
    lines = [" ".join(line.split()) for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    known = {names_written([one]): one for one in before}
    return tuple(known.get(line) or _name(line) for line in lines)


def _name(line: str) -> CitedName:
    family, comma, given = line.partition(",")
    return CitedName(family=family.strip(), given=given.strip()) if comma else CitedName(literal=line)


PEOPLE = ("author", "editor", "translator")


def _value_of(work: CitedWork) -> dict[str, Any]:
    fields = {name: getattr(work, name) for name in work.__struct_fields__}
    return {
        **fields,
        **{name: names_written(fields[name]) for name in PEOPLE},
        "more": {name: fields[name] for name in _MORE},
    }


class Sent(msgspec.Struct):
    """What the form sends: blocks, the works of before, and pasted CSL-JSON."""

    blocks: Any
    before: tuple[CitedWork, ...] = ()
    pasted: str = ""


class BibliographyWidget(BlockWidget):
    """Blocks, and a place to paste works from a reference manager."""

    def render_with_errors(
        self, name: str, value: Any, attrs: Any = None, errors: Any = None, renderer: Any = None
    ) -> SafeString:
        sent = value
        if not isinstance(value, Sent):
            works = tuple(value or ())
            sent = Sent(
                self.block_def.to_python([{"type": "work", "value": _value_of(work)} for work in works]),
                works,
            )
        return format_html(
            '<div class="sb-works">{}<input type="hidden" name="{}-before" value="{}">'
            '<details class="sb-paste"{}><summary>{}</summary><label for="{}-pasted">{}</label>'
            '<textarea name="{}-pasted" id="{}-pasted" rows="4">\n{}</textarea></details></div>',
            super().render_with_errors(name, sent.blocks, attrs, errors, renderer),
            name,
            msgspec.json.encode(sent.before).decode(),
            SafeString(" open") if sent.pasted else "",
            _("Paste works from Zotero or another reference manager"),
            name,
            _("CSL JSON, as “Copy to clipboard” or export gives it; it is read when you save."),
            name,
            name,
            sent.pasted,
        )

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Sent:
        try:
            before = msgspec.json.decode(data.get(f"{name}-before") or "[]", type=tuple[CitedWork, ...])
        except msgspec.MsgspecError:
            before = ()
        return Sent(super().value_from_datadict(data, files, name), before, data.get(f"{name}-pasted", ""))


class BibliographyFormField(BlockField):
    """A tuple of cited works, each with a key of its own."""

    def __init__(self, **kwargs: Any) -> None:
        block = WorksBlock()
        for unknown in ("encoder", "decoder"):
            kwargs.pop(unknown, None)
        super().__init__(block=block, **{**kwargs, "widget": BibliographyWidget(block)})

    def clean(self, value: Any) -> tuple[CitedWork, ...]:
        rows = [row["value"] for row in self.block.get_prep_value(super().clean(value.blocks))]
        before = {work.id: work for work in value.before}
        works = [_work(row, before) for row in rows]
        try:
            works += read_csl(value.pasted) if value.pasted.strip() else []
        except CslError as error:
            raise ValidationError(str(error)) from error
        return _keyed([work for work in works if _says_something(work)])

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != tuple(initial or ()))
        except ValidationError:
            return True


def _work(row: dict[str, Any], before: dict[str, CitedWork]) -> CitedWork:
    key = row["id"].strip()
    was = before.get(key, CitedWork(id=""))
    people: dict[str, Any] = {name: names_read(row[name], getattr(was, name)) for name in PEOPLE}
    plain = {name: row[name].strip() for name in row if name not in (*PEOPLE, "more", "id", "type")}
    further = {name: row["more"][name].strip() for name in _MORE}
    if key and not re.fullmatch(CITE_KEY, key):
        raise ValidationError(
            _("The key “%(key)s” cannot be: write Latin letters, digits and hyphens.") % {"key": key}
        )
    # A kind that the list does not offer stays what it is, unless another is chosen.
    return CitedWork(id=key, type=row["type"] or was.type, **people, **plain, **further)


def _says_something(work: CitedWork) -> bool:
    return bool(work.id) or msgspec.structs.replace(work, id="", type="") != CitedWork(id="", type="")


def _keyed(works: list[CitedWork]) -> tuple[CitedWork, ...]:
    """Each with its key; a new one's is made of its first author, or title, and its year."""
    taken = {work.id for work in works if work.id}
    if len(taken) + sum(not work.id for work in works) < len(works):
        raise ValidationError(_("Two works have one key: give each its own."))
    made = []
    for work in works:
        if not work.id:
            first = work.author[0] if work.author else CitedName()
            words = f"{first.family or first.literal or work.title[:40]} {work.issued[:4]}"
            key = slug_of_words(words, taken.__contains__, "work")
            taken.add(key)
            work = msgspec.structs.replace(work, id=key)
        made.append(work)
    return tuple(made)

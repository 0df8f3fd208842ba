"""What the toolbars of the rich-text editors offer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

_STYLES: list[dict[str, Any]] = [
    {"type": "BOLD", "icon": "bold", "description": _("Strong")},
    {"type": "ITALIC", "icon": "italic", "description": _("Emphasis")},
    {"type": "CODE", "icon": "code", "description": _("Code")},
]
_BLOCKS: list[dict[str, Any]] = [
    {"type": "header-two", "icon": "h2", "description": _("Heading")},
    {"type": "header-three", "icon": "h3", "description": _("Heading of a part")},
    {"type": "header-four", "icon": "h4", "description": _("Heading of a smaller part")},
    {"type": "unordered-list-item", "icon": "list-ul", "description": _("List")},
    {"type": "ordered-list-item", "icon": "list-ol", "description": _("Numbered list")},
    {"type": "blockquote", "icon": "openquote", "description": _("Quotation from elsewhere")},
]
# A pasted web address or a mail's may become a link, nothing else may.
_WEB = {"href": "^(https?:|mailto:|undefined$)"}
_LINKS: list[dict[str, Any]] = [
    {"type": "SOURCE", "icon": "doc-full", "description": _("Link to a source"), "kind": "source"},
    {"type": "SPAN", "icon": "crosshairs", "description": _("Link to a place in a source"), "kind": "source"},
    {"type": "PERSON", "icon": "user", "description": _("Link to a person"), "kind": "person"},
    {
        "type": "ORGANISATION",
        "icon": "group",
        "description": _("Link to an organisation"),
        "kind": "organisation",
    },
    {"type": "PLACE", "icon": "site", "description": _("Link to a place"), "kind": "place"},
    {"type": "EVENT", "icon": "date", "description": _("Link to an event"), "kind": "event"},
    {"type": "TERM", "icon": "tag", "description": _("Link to a term"), "kind": "term"},
    {"type": "RECORD", "icon": "folder-open-1", "description": _("Link to a subject"), "kind": "subject"},
    {
        "type": "LINK",
        "icon": "link",
        "attributes": ["url", "href"],
        "description": _("Web address"),
        "whitelist": _WEB,
    },
]
_CITATION = {"type": "CITATION", "icon": "clipboard-list", "description": _("Cite a work")}
_NOTE = {"type": "NOTE", "icon": "superscript", "description": _("Note")}

PROSE: dict[str, Any] = {
    "inlineStyles": _STYLES,
    "blockTypes": _BLOCKS,
    "entityTypes": [*_LINKS, _NOTE, _CITATION],
    "enableHorizontalRule": True,
    "plugins": [{"type": "NOTES_PASTED"}],
}
NOTE: dict[str, Any] = {
    "inlineStyles": _STYLES,
    "blockTypes": _BLOCKS[3:],
    "entityTypes": [*_LINKS, _CITATION],
}
CAPTION: dict[str, Any] = {"inlineStyles": _STYLES, "blockTypes": [], "entityTypes": []}
ROW: dict[str, Any] = {"inlineStyles": _STYLES, "blockTypes": [], "entityTypes": _LINKS}

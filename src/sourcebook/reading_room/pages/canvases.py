"""The images of a source, in order, and the files that are neither seen nor played."""

from typing import NamedTuple

from markupsafe import Markup

from sourcebook.reading_room.addresses import address_of, may_be_file
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pictures import picture, shown_of_canvas
from sourcebook.reading_room.players import is_playable
from sourcebook.reading_room.spans import canvas_anchor
from sourcebook.record import Source
from sourcebook.record.access import access_copies

_ALONE, _AMONG = "(min-width: 80rem) 60rem, 94vw", "(min-width: 60rem) 28rem, 94vw"


class Sheet(NamedTuple):
    """One canvas."""

    anchor: str
    image: Markup
    label: str
    caption: Words
    largest: str
    """The address of the widest copy."""


class Shown(NamedTuple):
    """What a source shows, and what it lets be taken away."""

    sheets: list[Sheet]
    downloads: list[tuple[str, str, int]]
    """Name, address and bytes of each file that the page cannot show."""


def leaves_of(leaf: Leaf, source: Source) -> Shown:
    base = address_of(source)
    sheets = []
    for number, canvas in enumerate(source.canvases, 1):
        shown = shown_of_canvas(source, base, number)
        if shown is None:
            continue
        alone = len(source.canvases) == 1
        # A picture without a description is named by the source's title, so that it is not silent.
        alt = leaf.say(shown.alt).text or " ".join(filter(None, (leaf.say(source.title).text, canvas.label)))
        sheets.append(
            Sheet(
                anchor=canvas_anchor(number),
                image=picture(leaf, shown, _ALONE if alone else _AMONG, alt=alt, eager=number == 1),
                label=canvas.label,
                caption=leaf.say(canvas.caption),
                largest=base + shown.copies[-1].name,
            )
        )
    shown_files = {canvas.file for canvas in source.canvases}
    downloads = [
        (file.name, base + access_copies(file)[-1].name, file.size)
        for file in source.files
        if may_be_file(file.name) and not is_playable(file) and not (file.name in shown_files and file.width)
    ]
    return Shown(sheets, downloads)

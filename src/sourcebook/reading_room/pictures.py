"""Pictures on a page: an image with copies of several widths, or a region cut out of one.

A region is shown through an SVG whose view box is the region: that needs no style in the page (which the archive's
security policy forbids), crops in every browser and prints.
"""

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from sourcebook.reading_room.cards import Picture, ShortCard
from sourcebook.reading_room.leaf import Leaf
from sourcebook.record import File, Source
from sourcebook.record.access import AccessCopy, access_copies
from sourcebook.record.spans import RegionSpan, SpanError, parse_span

_ENOUGH = 1000
"""Pixels across that a region should have on the copy it is cut from."""


class Shown(Struct, frozen=True, kw_only=True):
    """An image file of a published source, whole or in part."""

    folder: str
    """The address of the source, in the first language, where its files are."""
    name: str
    sha256: str
    media_type: str
    width: int
    height: int
    alt: Mapping[str, str] = {}
    region: RegionSpan | None = None

    @property
    def copies(self) -> tuple[AccessCopy, ...]:
        return access_copies(
            File(
                name=self.name,
                sha256=self.sha256,
                media_type=self.media_type,
                size=0,
                width=self.width,
                height=self.height,
            )
        )


def shown_of_card(card: ShortCard) -> Shown | None:
    """A source's first image."""
    return _shown(card.address, card.picture) if card.picture else None


def _shown(folder: str, picture: Picture, region: RegionSpan | None = None) -> Shown:
    return Shown(
        folder=folder,
        name=picture.name,
        sha256=picture.sha256,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        alt=picture.alt,
        region=region,
    )


def shown_of(leaf: Leaf, span: str) -> Shown | None:
    """The image behind `source:slug` or a region span of it; None where there is none to show."""
    reference, _, fragment = span.partition("#")
    card = leaf.short(reference)
    if card is None or card.picture is None:
        return None
    try:
        parsed = parse_span(fragment) if fragment else None
    except SpanError:
        parsed = None
    region = parsed if isinstance(parsed, RegionSpan) else None
    if region is None or region.canvas == 1:
        return _shown(card.address, card.picture, region)
    held = leaf.reading.publication(card.reference)
    if held is None or not isinstance(held.record, Source):
        return None
    return shown_of_canvas(held.record, card.address, region.canvas, region)


def shown_of_canvas(
    source: Source, folder: str, number: int, region: RegionSpan | None = None
) -> Shown | None:
    """A canvas that is an image whose size is known; `number` counts from 1."""
    if number > len(source.canvases):
        return None
    canvas = source.canvases[number - 1]
    file = next((file for file in source.files if file.name == canvas.file), None)
    if not file or not file.width or not file.height or not file.media_type.startswith("image/"):
        return None
    return Shown(
        folder=folder,
        name=file.name,
        sha256=file.sha256,
        media_type=file.media_type,
        width=file.width,
        height=file.height,
        alt=canvas.alt,
        region=region,
    )


def picture(leaf: Leaf, shown: Shown, sizes: str, *, alt: str | None = None, eager: bool = False) -> Markup:
    """An `img` with its copies, or the region; `alt=""` where the words beside it say all."""
    if alt is None:
        alt = leaf.say(shown.alt).text
    if shown.region:
        return _region(shown, shown.region, alt)
    copies = shown.copies
    middle = copies[min(1, len(copies) - 1)]
    sources = ", ".join(f"{shown.folder}{copy.name} {copy.width}w" for copy in copies)
    return Markup('<img src="{}{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}>').format(
        shown.folder,
        middle.name,
        sources,
        sizes,
        shown.width,
        shown.height,
        alt,
        "" if eager else Markup(' loading="lazy" decoding="async"'),
    )


def _region(shown: Shown, region: RegionSpan, alt: str) -> Markup:
    needed = _ENOUGH * shown.width / region.width
    copies = shown.copies
    copy = next((copy for copy in copies if (copy.width or 0) >= needed), copies[-1])
    named = Markup('role="img" aria-label="{}"').format(alt) if alt else Markup('aria-hidden="true"')
    return Markup(
        '<svg class="region" viewBox="{} {} {} {}" preserveAspectRatio="xMidYMid slice" width="{}" height="{}" {}>'
        '<image href="{}{}" width="{}" height="{}"/></svg>'
    ).format(
        region.x,
        region.y,
        region.width,
        region.height,
        region.width,
        region.height,
        named,
        shown.folder,
        copy.name,
        shown.width,
        shown.height,
    )

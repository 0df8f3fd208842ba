"""What stands beside the pages: JSON, access copies, captions, redirects, feeds, sitemaps, robots.txt."""

from datetime import UTC, datetime

from sourcebook.reading_room.baking import Made, Redirect
from sourcebook.reading_room.cards import FeedCard, SitemapCard
from sourcebook.reading_room.entries.house import SITEMAPS
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.site import ASSETS
from sourcebook.reading_room.templating import render
from sourcebook.record import Source, encode
from sourcebook.standards.webvtt.write import write_webvtt

FEED_LENGTH = 40


def record(leaf: Leaf) -> Made:
    held = leaf.reading.publication(leaf.argument)
    return encode(held.record) if held else None


def copy(leaf: Leaf) -> Made:
    sha256, name = leaf.argument.split(" ")
    return leaf.site.access_copy(sha256, name)


def captions(leaf: Leaf) -> Made:
    reference, key = leaf.argument.split(" ")
    held = leaf.reading.publication(reference)
    if not held or not isinstance(held.record, Source):
        return None
    texts = (text for text in held.record.texts if text.key == key)
    return next((write_webvtt(text.passages).encode() for text in texts), None)


def redirect(leaf: Leaf) -> Made:
    body = render("redirect.html", leaf, to=leaf.argument)
    return Redirect(to=leaf.argument, body=body)


def asset(leaf: Leaf) -> Made:
    path = ASSETS / leaf.argument
    if not path.exists():
        # The front end was built anew since the archive's record was filed; the next filing names its new files.
        return None
    # As bytes, never as a second name of a file of this installation.
    return path.read_bytes()


NOT_FOR_CRAWLERS = ("/admin/", "/search/", "/*/search/", "/api/", "/iiif/search/", "/iiif/autocomplete/")
"""They would walk every combination of facets, which is without end."""


def robots(leaf: Leaf) -> Made:
    barred = "".join(f"Disallow: {address}\n" for address in NOT_FOR_CRAWLERS)
    return f"User-agent: *\n{barred}\nSitemap: {leaf.site.base}/sitemap.xml\n".encode()


def feed(leaf: Leaf) -> Made:
    cards = leaf.reading.cards("feed", "all", FeedCard, limit=FEED_LENGTH)
    newest = max(
        (card.last_published for card in cards), default=datetime(1970, 1, 1, tzinfo=UTC).isoformat()
    )
    return render("feed.xml", leaf, cards=cards, updated=newest)


def sitemap(leaf: Leaf) -> Made:
    buckets = [f"{bucket:02d}" for bucket in range(SITEMAPS)]
    there = [bucket for bucket in buckets if leaf.reading.cards("sitemap-buckets", bucket, int, limit=1)]
    return render("sitemap.xml", leaf, buckets=there)


def sitemap_part(leaf: Leaf) -> Made:
    cards = leaf.reading.cards("sitemap", leaf.argument, SitemapCard)
    return render("sitemap_part.xml", leaf, cards=cards) if cards else None

"""Pages with little on them."""

from sourcebook.reading_room.baking import Made
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.templating import render


def not_found(leaf: Leaf) -> Made:
    return render("not_found.html", leaf)


def anything(leaf: Leaf) -> Made:
    """A stand-in: the title of whatever the page is about."""
    reference = leaf.argument.split(" ")[0]
    card = leaf.name(reference) if ":" in reference else None
    return render("anything.html", leaf, title=leaf.say(card.title) if card else leaf.say(leaf.imprint.title))

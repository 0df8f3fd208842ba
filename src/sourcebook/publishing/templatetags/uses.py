from typing import Any

from django import template

from sourcebook.publishing.uses.keeping import uses_of

register = template.Library()


@register.simple_tag
def number_of_uses(thing: Any) -> int:
    """How many places on the desk point to a thing."""
    return int(uses_of(getattr(thing, "specific", thing)).count())

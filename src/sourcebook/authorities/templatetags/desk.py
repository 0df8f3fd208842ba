"""What the editor's own templates ask for."""

from django import template

from sourcebook.authorities.comparing import compared_rows
from sourcebook.authorities.desk_assets import desk_asset

register = template.Library()
register.simple_tag(desk_asset)
register.simple_tag(compared_rows)

"""The reading room: pages baked from published records. It knows records and catalogues, never the desk.

`file_entries(publication, site)` says which cards a record files, `makers(site)` gives one page maker for each type of
page, `make_site` the site that both want.
"""

from sourcebook.reading_room.entries import file_entries
from sourcebook.reading_room.pages import makers
from sourcebook.reading_room.site import Site, make_site

__all__ = ["Site", "file_entries", "make_site", "makers"]

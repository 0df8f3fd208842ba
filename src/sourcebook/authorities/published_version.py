"""The published version of a thing among its versions."""

from typing import Any

from wagtail.models import Revision


def keep_published_version(thing: Any) -> None:
    """Make a version of what is published and came by an import, before the first draft above it is saved.

    Without one it could not be compared with or gone back to, and Wagtail would write a draft that is to go live at an
    hour over it at once.
    """
    if thing.pk is None or not thing.live or thing.live_revision_id:
        return
    rows = type(thing)._default_manager.filter(pk=thing.pk)
    published = rows.get()
    if not published.live_revision_id:
        published.live_revision = Revision.objects.create(
            content_object=published,
            base_content_type=published.get_base_content_type(),
            content=published.serializable_data(),
            object_str=str(published),
        )
        rows.update(live_revision=published.live_revision)
    thing.live_revision = published.live_revision

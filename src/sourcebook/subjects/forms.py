from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm


class PublishedPageForm(WagtailAdminPageForm):
    """The form of our pages: without a slug, one is made from the title."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = self.instance.slug_help

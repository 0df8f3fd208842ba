"""The page of one's own account: whoever was let in without a name or an address keeps it so and chooses the rest."""

from typing import Any

from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views.account import AccountView, NameEmailSettingsPanel


class NameForm(NameEmailForm):
    """Wagtail's own asks for all of it before anything else, as the language of the desk, can be saved."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False


class NamePanel(NameEmailSettingsPanel):
    """Where it stands."""

    form_class = NameForm


class Account(AccountView):
    """The page."""

    def get_panels(self) -> list[Any]:
        return [
            NamePanel(panel.request, panel.user, panel.profile)
            if isinstance(panel, NameEmailSettingsPanel)
            else panel
            for panel in super().get_panels()
        ]


account = require_admin_access(Account.as_view())

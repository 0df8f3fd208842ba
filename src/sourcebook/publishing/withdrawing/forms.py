"""The question that every withdrawal begins with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class WithdrawForm(forms.Form):
    """Why something is withdrawn: for readers, and for ourselves."""

    reason = forms.CharField(
        label=_("Reason, for readers"),
        max_length=1000,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Stands at its address with its title and the date: “At the wish of the family”, “The repository no "
            "longer allows it”."
        ),
        error_messages={"required": _("Say why: readers who come by an old link find the reason there.")},
    )
    note = forms.CharField(
        label=_("Note, for ourselves"),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Who asked, by which letter, on what grounds. Only the archive’s own people see it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{name}-help"

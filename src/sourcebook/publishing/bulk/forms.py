"""The form of one kind of change."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sourcebook.authorities.forms.vocabularies import rights_statements, roles
from sourcebook.authorities.lists.choosers import authority_chooser
from sourcebook.authorities.models import Authority
from sourcebook.publishing.bulk.changes import CHANGES
from sourcebook.sources.models import Source
from sourcebook.sources.themes import themes
from sourcebook.vocabulary.errors import LanguageError
from sourcebook.vocabulary.languages import check_language


class LanguageField(forms.CharField):
    """A BCP 47 tag."""

    def clean(self, value: Any) -> str:
        try:
            return check_language(super().clean(value))
        except LanguageError as error:
            raise forms.ValidationError(str(error)) from error


class ReferenceField(forms.ModelChoiceField[Authority]):
    """A person, place, … by the chooser of all of them; its value is the reference."""

    def __init__(self, kind: str = "", **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(queryset=Authority.objects.all(), widget=authority_chooser.widget_class(), **kwargs)

    def clean(self, value: Any) -> Any:
        chosen: Any = super().clean(value)
        if chosen and self.kind and chosen.kind != self.kind:
            raise forms.ValidationError(_("Choose a place."))
        return chosen.reference if chosen else ""


def _inputs() -> dict[str, forms.Field]:
    return {
        "statement": forms.ChoiceField(
            label=_("Rights statement"), choices=[("", _("None")), *rights_statements()], required=False
        ),
        "text": forms.CharField(label=_("New words"), required=False, max_length=500),
        "word": forms.CharField(label=_("Keyword"), max_length=200),
        "language": LanguageField(label=_("Language"), help_text=_("As in “ru” or “sr-Latn”.")),
        "theme": forms.ChoiceField(label=_("Theme"), choices=list(themes())),
        "about": ReferenceField(label=_("What they are about")),
        "medium": forms.ChoiceField(
            label=_("Medium"), choices=[*(Source._meta.get_field("medium").choices or ())]
        ),
        "place": ReferenceField(
            "place", label=_("Place"), required=False, help_text=_("Left empty, the place is taken out.")
        ),
        "role": forms.ChoiceField(label=_("Role"), choices=list(roles())),
        "agent": ReferenceField(label=_("Agent"), required=False),
        "credited_as": forms.CharField(label=_("Credited as"), required=False, max_length=500),
        "find": forms.CharField(label=_("Find"), strip=False, help_text=_("Capitals count.")),
        "replacement": forms.CharField(label=_("Replace by"), required=False, strip=False),
    }


class ChangeForm(forms.Form):
    """What one kind of change asks for."""

    publish = forms.BooleanField(
        label=gettext_lazy("Publish those that readers see already"),
        required=False,
        help_text=gettext_lazy("Otherwise readers see them as they were until somebody publishes them."),
    )

    def __init__(self, change: str, *args: Any, may_publish: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inputs = _inputs()
        asked = {name: inputs[name] for name in CHANGES[change].asks}
        self.fields = {**asked, **({"publish": self.fields["publish"]} if may_publish else {})}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if "agent" in self.fields and not (cleaned.get("agent") or cleaned.get("credited_as")):
            raise forms.ValidationError(_("Choose a person or organisation, or write how they are credited."))
        return cleaned

    @property
    def values(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if name != "publish"}

"""Files of a source: brought through the browser, described by what their bytes say."""

from collections import ChainMap
from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from sourcebook.archive_folder import current_archive
from sourcebook.masters.facts import FactsError
from sourcebook.masters.inbox import InboxError
from sourcebook.masters.naming import SUFFIXES
from sourcebook.masters.receiving import facts_in_inbox, receive
from sourcebook.sources.desk.thumbnails import keep_thumbnail, thumbnail_address
from sourcebook.sources.forms.facts import facts_line
from sourcebook.sources.forms.file_names import name_after

ACCEPTED = ",".join([*SUFFIXES, *(f".{end}" for ends in SUFFIXES.values() for end in ends)])
FACTS = ("media_type", "size", "width", "height", "duration")


class KeptFile(forms.HiddenInput):
    """The checksum of what was brought, hidden, with its picture and facts; all are empty before."""

    input_type = "hidden"
    file: Any = None

    @property
    def is_hidden(self) -> bool:
        """Its line is seen."""
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        hidden = super().render(name, value, attrs, renderer)
        media_type = self.file.media_type if self.file and value else ""
        thumbnail = thumbnail_address(value) if media_type.startswith("image/") else ""
        about = flatatt(
            {
                "data-media-type": media_type,
                "data-thumbnail": thumbnail,
                "data-width": str((self.file and self.file.width) or ""),
                "data-height": str((self.file and self.file.height) or ""),
            }
        )
        picture = format_html('<img class="sb-thumbnail" src="{}" alt="" loading="lazy">', thumbnail)
        facts = format_html(
            "{}<br><code>{}</code>", (self.file and facts_line(self.file)) or _("Brought."), value
        )
        return format_html(
            '{}<div class="sb-kept"{}>{}<p class="sb-facts">{}</p></div>',
            hidden, about, picture if thumbnail else "", facts if value else _("Nothing yet."),
        )  # fmt: skip


class FileForm(WagtailAdminModelForm):
    """One file. Its checksum travels in the form, because a draft's rows have no keys; its facts are read anew."""

    bring = forms.FileField(
        label=gettext_lazy("Put another file in its place"),
        required=False,
        allow_empty_file=True,
        max_length=1000,
        help_text=gettext_lazy(
            "A better scan, say: name and canvas stay. It travels with the form; large files are better dropped."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    siblings: BaseChildFormSet
    data: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        self.fields["sha256"].required = False
        self.fields["sha256"].widget.file = self.instance

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        upload, sha256 = cleaned.get("bring"), cleaned.get("sha256", "")
        try:
            if upload:
                self._receive(upload, cleaned)
            elif not sha256:
                self.add_error("bring", _("Choose a file to bring."))
            elif sha256 != self.instance.sha256:
                self._describe(facts_in_inbox(current_archive().inbox, sha256))
        except (FactsError, InboxError) as error:
            self.add_error("bring", str(error))
        if "sha256" in self.cleaned_data and not cleaned.get("name") and "name" not in self.errors:
            self._name(upload.name if upload else "", cleaned)
        if upload and "bring" not in self.errors:
            # Should the form come back for another fault, the file need not be chosen again.
            kept = {self.add_prefix(name): cleaned.get(name, "") for name in ("name", "sha256")}
            self.data = ChainMap(kept, self.data)
        return cleaned

    def _receive(self, upload: TemporaryUploadedFile, cleaned: dict[str, Any]) -> None:
        cleaned["sha256"], facts = receive(current_archive().inbox, Path(upload.temporary_file_path()))
        keep_thumbnail(cleaned["sha256"])
        self._describe(facts)

    def _describe(self, facts: Any) -> None:
        for fact in FACTS:
            setattr(self.instance, fact, getattr(facts, fact))
        self.fields["sha256"].widget.file = self.instance

    def _name(self, came_as: str, cleaned: dict[str, Any]) -> None:
        if not self.instance.media_type:
            return
        cleaned["name"] = name_after(came_as, self.instance.media_type, self._taken())

    def _taken(self) -> set[str]:
        """The names of the other files of the source."""
        return {
            getattr(other, "cleaned_data", {}).get("name") or other["name"].value() or ""
            for other in self.siblings.forms
            # Those below are not cleaned yet.
            if other is not self and not other["DELETE"].value()
        }

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """What the open page must know after a draft saved itself, so that it does not send the file each time."""
        updates: list[tuple[str, str]] = super().get_field_updates_for_resave()
        if self.cleaned_data.get("bring"):
            updates += [(self.add_prefix(name), self.cleaned_data[name]) for name in ("name", "sha256")]
            updates.append((self.add_prefix("bring"), ""))
        return updates


class FilesFormSet(BaseChildFormSet):
    """The files of a source, each of which knows the others, so that no two get one name."""

    def _construct_form(self, i: int, **kwargs: Any) -> FileForm:
        form: FileForm = super()._construct_form(i, **kwargs)
        form.siblings = self
        return form

"""The form of a whole source."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

SHOWN = ("image/", "audio/", "video/")


class SourceForm(WagtailAdminModelForm):
    """What is brought is shown: each new picture, recording and film that no canvas has is given one, at the end."""

    def is_valid(self) -> bool:
        return bool(super().is_valid()) and self._canvases_are_filled()

    def _canvases_are_filled(self) -> bool:
        """Whether every canvas names a file that is there; one that does not is told so."""
        if not {"files", "canvases"} <= self.formsets.keys():
            return True
        files = {form.cleaned_data.get("name") for form in self._kept("files")}
        before = self._renamed()
        unfilled = []
        for form in self._kept("canvases"):
            name = form.cleaned_data.get("file")
            if name and name not in files and name not in before:
                form.add_error("file", _("There is no file “%(name)s” above.") % {"name": name})
                unfilled.append(form)
        return not unfilled

    def _kept(self, relation: str) -> list[Any]:
        formset = self.formsets[relation]
        deleted = formset.deleted_forms
        return [form for form in formset.forms if form not in deleted and form.cleaned_data]

    def _renamed(self) -> dict[str, str]:
        """By the former name the new one."""
        return {
            form.initial["name"]: form.cleaned_data["name"]
            for form in self._kept("files")
            if form.initial.get("name") and form.initial["name"] != form.cleaned_data["name"]
        }

    def save(self, commit: bool = True) -> Any:
        source = super().save(commit=False)
        if {"files", "canvases"} <= self.formsets.keys():
            self._follow_names(source)
            self._add_canvases(source)
        if commit:
            source.save()
            self._save_m2m()
        return source

    def _follow_names(self, source: Any) -> None:
        renamed = self._renamed()
        canvases = list(source.canvases.all())
        for canvas in canvases:
            canvas.file = renamed.get(canvas.file, canvas.file)
        if renamed:
            source.canvases.set(canvases)

    def _add_canvases(self, source: Any) -> None:
        canvases = source.canvases
        shown = {canvas.file for canvas in canvases.all()}
        for file in source.files.all():
            # A row without a key was made since the source was last written: what stood there before stays as it was.
            if file.pk is None and file.name not in shown and file.media_type.startswith(SHOWN):
                canvases.add(canvases.model(file=file.name, sort_order=len(canvases.all())))

"""The inputs of a source's form that are its own."""

from sourcebook.sources.forms.passages import PassagesFormField, PassagesWidget

__all__ = ["PassagesFormField", "PassagesWidget"]

"""Saved filters: a list as it is searched, filtered and sorted now, kept under a name."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import Resolver404, path, resolve, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets.button import Button, ButtonWithDropdown

from sourcebook.authorities.models import SavedFilter

_NOT_KEPT = ("p", "_w_filter_fragment", "export")
"""What an address says besides which things are listed and in which order."""


class SavedFilterForm(forms.ModelForm[SavedFilter]):
    """A name, and whether all see it."""

    class Meta:
        model = SavedFilter
        fields = ("name", "shared")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        others = SavedFilter.objects.exclude(pk=self.instance.pk).filter(
            owner=self.instance.owner, path=self.instance.path, name=cleaned.get("name")
        )
        if others.exists():
            self.add_error("name", _("You have a filter of this name already: choose another name."))
        return cleaned


def asked_of(request: HttpRequest) -> QueryDict:
    """What an address asks of a list."""
    asked = request.GET.copy()
    for name in _NOT_KEPT:
        asked.pop(name, None)
    return asked


def saved_filters_button(request: HttpRequest, list_path: str) -> ButtonWithDropdown:
    """What is saved for this list, and the way to save what it shows now."""
    asked = asked_of(request)
    here = f"{list_path}?{asked.urlencode()}"
    items = [
        Button(saved.name, url=saved.address, icon_name="group" if saved.shared else "user", priority=number)
        for number, saved in enumerate(SavedFilter.of(request.user, list_path))
    ]
    keep = f"{reverse('saved_filters:add')}?{urlencode({'next': here})}"
    if any(value for value in asked.values()):
        items.append(Button(_("Save this filter …"), url=keep, icon_name="plus", priority=1000))
    items.append(
        Button(_("All saved filters"), url=reverse("saved_filters:all"), icon_name="cog", priority=1001)
    )
    return ButtonWithDropdown(label=_("Saved filters"), buttons=items, classname="w-header-button button")


def _list_asked_for(request: HttpRequest) -> tuple[str, str]:
    """The path of the list and what is asked of it; empty where the address leads to no list of the desk."""
    address, _mark, query = get_valid_next_url_from_request(request).partition("?")
    try:
        view = resolve(address)
    except Resolver404:
        return "", ""
    is_list = address.startswith(reverse("wagtailadmin_home")) and view.url_name in ("list", "index")
    return (address, query) if is_list else ("", "")


def _form_page(request: HttpRequest, form: SavedFilterForm, title: str) -> HttpResponse:
    context = {"form": form, "page_title": title, "header_icon": "list-ul", "next": form.instance.address}
    return TemplateResponse(request, "sourcebook/lists/saved_filter.html", context)


def add(request: HttpRequest) -> HttpResponse:
    """Keep the list that `next` leads to."""
    address, query = _list_asked_for(request)
    if not address:
        messages.error(request, _("Only lists can be saved: go to one, search or filter, and save it there."))
        return redirect("saved_filters:all")
    new = SavedFilter(owner_id=request.user.pk or 0, path=address, query=query)
    form = SavedFilterForm(request.POST or None, instance=new)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        messages.success(request, _("The filter “%(name)s” is saved.") % {"name": saved.name})
        return redirect(saved.address)
    return _form_page(request, form, _("Save this filter"))


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name, or seen by others too."""
    saved = get_object_or_404(SavedFilter, pk=pk, owner=request.user)
    form = SavedFilterForm(request.POST or None, instance=saved)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("saved_filters:all")
    return _form_page(request, form, _("Change a saved filter"))


def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget one's own; an administrator may forget what others share."""
    saved = get_object_or_404(SavedFilter, pk=pk)
    user = request.user
    if isinstance(user, User) and (saved.owner_id == user.pk or (saved.shared and user.is_superuser)):
        if request.method == "POST":
            saved.delete()
            messages.success(request, _("The filter “%(name)s” is deleted.") % {"name": saved.name})
        return redirect("saved_filters:all")
    return HttpResponse(_("Only who saved a filter may delete it."), status=403)


def all_of_them(request: HttpRequest) -> HttpResponse:
    """One's own and the shared ones, of all lists."""
    context = {
        "saved": SavedFilter.of(request.user),
        "page_title": _("Saved filters"),
        "header_icon": "list-ul",
    }
    return TemplateResponse(request, "sourcebook/lists/saved_filters.html", context)


urlpatterns = [
    path("", all_of_them, name="all"),
    path("add/", add, name="add"),
    path("<int:pk>/", edit, name="edit"),
    path("<int:pk>/delete/", delete, name="delete"),
]

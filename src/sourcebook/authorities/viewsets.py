"""People, organisations, places, events and the glossary in the editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from sourcebook.authorities.lists.choosers import chooser_viewset
from sourcebook.authorities.lists.columns import ChangeColumn, DetailsColumn, StateColumn
from sourcebook.authorities.lists.views import list_view
from sourcebook.authorities.lists.viewset import RecordViewSet
from sourcebook.authorities.models import Event, Organisation, Person, Place, Term
from sourcebook.authorities.panels import authority_tabs, life
from sourcebook.authorities.queries import named


class AuthorityViewSet(RecordViewSet):
    """Found by all their names."""

    list_display = ["__str__", DetailsColumn(), StateColumn(), ChangeColumn()]
    chooser_viewset_class = chooser_viewset(named)


class PersonViewSet(AuthorityViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    menu_order = 210
    index_view_class = list_view(
        named,
        _(
            "No people yet. Add whoever wrote, spoke, translated or is spoken of: their page will list all that names "
            "them."
        ),
    )
    edit_handler = authority_tabs(
        life(_("Birth"), "born", "birth_place"), life(_("Death"), "died", "death_place")
    )


class OrganisationViewSet(AuthorityViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    menu_order = 220
    index_view_class = list_view(
        named,
        _(
            "No organisations yet. Add parties, ministries, newspapers, and the archives that keep your originals."
        ),
    )
    edit_handler = authority_tabs(FieldPanel("founded"), FieldPanel("dissolved"), FieldPanel("where"))


class PlaceViewSet(AuthorityViewSet):
    model = Place
    icon = "site"
    menu_label = _("Places")
    menu_order = 230
    index_view_class = list_view(
        named, _("No places yet. Add where things happened; latitude and longitude put a place on the map.")
    )
    edit_handler = authority_tabs(FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]))


class EventViewSet(AuthorityViewSet):
    model = Event
    icon = "date"
    menu_label = _("Events")
    menu_order = 240
    index_view_class = list_view(
        named,
        _("No events yet. Add what happened, on a day or over years; sources and people are tied to it."),
    )
    edit_handler = authority_tabs(FieldPanel("date"), FieldPanel("where"))


class TermViewSet(AuthorityViewSet):
    model = Term
    icon = "openquote"
    menu_label = _("Glossary")
    menu_order = 250
    index_view_class = list_view(
        named, _("No terms yet. Explain the words that a reader of another time or country does not know.")
    )
    edit_handler = authority_tabs()


VIEWSETS = (PersonViewSet, OrganisationViewSet, PlaceViewSet, EventViewSet, TermViewSet)

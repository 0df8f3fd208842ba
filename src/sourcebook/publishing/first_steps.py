"""What a newcomer does first, on the desk's home page: a step ticks itself when the archive shows that it was taken."""

from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from sourcebook.publishing.models import Publication
from sourcebook.sources.models import Source
from sourcebook.subjects.models import ArchivePage, Essay, Selection, SubjectPage, YearPage


class FirstStep(NamedTuple):
    """One of them."""

    words: str
    help: str
    address: str
    taken: bool


def first_steps() -> list[FirstStep]:
    """In the order in which they are best taken; one short question to the database for each."""
    home = ArchivePage.objects.first()
    year = YearPage.objects.order_by("-pk").first()
    subject = SubjectPage.objects.order_by("-pk").first()
    of_home = (
        reverse("wagtailadmin_pages:edit", args=[home.pk]) if home else reverse("wagtailadmin_explore_root")
    )
    below_home = _below("yearpage", home)
    below_year = _below("subjectpage", year) if year else below_home
    of_subject = reverse("wagtailadmin_pages:edit", args=[subject.pk]) if subject else below_year
    return [
        FirstStep(
            _("Say what the archive is"),
            _("Its title and a few sentences that greet the reader."),
            of_home,
            bool(home and home.description),
        ),
        FirstStep(
            _("Make a source"),
            _("Give it a title, drop a picture or a recording on its form, or write its text."),
            reverse(Source.snippet_viewset.get_url_name("add")),
            Source.objects.exists(),
        ),
        FirstStep(
            _("Say what readers may do with it"),
            _("Choose a rights statement on the source’s form, under “Rights”."),
            reverse(Source.snippet_viewset.get_url_name("list")),
            Source.objects.exclude(rights_statement="").exists(),
        ),
        FirstStep(
            _("Make a year"), _("Subjects stand below the year they belong to."), below_home, year is not None
        ),
        FirstStep(
            _("Make a subject and write its essay"),
            _("What happened, in your words; quotations are picked from the sources and cannot go wrong."),
            of_subject,
            Essay.objects.exclude(body="").exists(),
        ),
        FirstStep(
            _("Select sources for it"),
            _("On the subject’s form, under “Sources”, each with a word on why it is there."),
            of_subject,
            Selection.objects.exists(),
        ),
        FirstStep(
            _("Publish it"),
            _("The desk says what is still missing. What is published, readers find at once."),
            of_subject,
            Publication.objects.filter(act="published", reference__startswith="subject:").exists(),
        ),
    ]


def _below(model: str, parent: Any) -> str:
    if parent is None:
        return reverse("wagtailadmin_explore_root")
    return reverse("wagtailadmin_pages:add", args=["subjects", model, parent.pk])


class FirstSteps(Component):
    """The list, for who may write, until every step was taken."""

    order = 50

    def __init__(self, user: Any) -> None:
        self.user = user

    def render_html(self, parent_context: Any = None) -> SafeString:
        if not self.user.has_perm("sources.add_source"):
            return SafeString("")
        steps = first_steps()
        if all(step.taken for step in steps):
            return SafeString("")
        return render_to_string(
            "publishing/first_steps.html",
            {"steps": steps, "next": next(step for step in steps if not step.taken)},
        )

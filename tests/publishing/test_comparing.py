"""Two versions of one thing compared, every field in words that people read; reverting; and what readers see."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Revision

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.actions import publish
from sourcebook.publishing.differences import differences
from sourcebook.publishing.gather import gather, gather_object
from sourcebook.publishing.restore import restore_all
from sourcebook.record import (
    Archive,
    Contribution,
    Essay,
    Holding,
    Name,
    Passage,
    Person,
    Record,
    Rights,
    Selection,
    Source,
    Subject,
    TextVersion,
    Year,
)
from sourcebook.sources.models import Source as SourceRow
from sourcebook.subjects.models import SubjectPage
from sourcebook.vocabulary.dates import read_date
from tests.desk_forms import submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(archive: ArchiveFolder) -> Client:
    text = TextVersion(
        key="en",
        language="en",
        contributions=(Contribution(role="translator", credited_as="Somebody"),),
        passages=(Passage(key="p1", text="The first words."), Passage(key="p2", text="The second words.")),
    )
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
            Year(slug="1956"),
            Person(slug="nagy", names=(Name(text="Imre Nagy"),)),
            Source(
                slug="speech",
                medium="text",
                title={"en": "The Speech", "ru": "Речь"},
                date=read_date("25 February 1956"),
                keywords=("party", "congress"),
                rights=Rights(holder="The Party"),
                holdings=(Holding(repository="RGANI", call_number="f. 1"),),
                about=("person:nagy",),
                texts=(text,),
            ),
            Subject(
                slug="thaw",
                title={"en": "The Thaw"},
                year="year:1956",
                essays=(Essay(language="en", body="The congress opened on Tuesday morning."),),
                selections=(
                    Selection(
                        source="source:speech", headnote={"en": "Read it."}, questions=({"en": "Why?"},)
                    ),
                ),
            ),
        ]
    )
    publish(["archive:archive", "year:1956", "person:nagy", "source:speech", "subject:thaw"])
    client = Client()
    client.force_login(User.objects.create_superuser("anna"))
    return client


def compared(client: Client, thing: Any, first: Any = "live", second: Any = "latest") -> str:
    """The page of differences, without its furniture; marks are [-deleted-] and [+added+]."""
    if isinstance(thing, SubjectPage):
        address = reverse("wagtailadmin_pages:revisions_compare", args=[thing.pk, first, second])
    else:
        name = thing.snippet_viewset.get_url_name("revisions_compare")
        address = reverse(name, args=[thing.pk, first, second])
    return in_marks(client.get(address).content.decode())


def in_marks(page: str) -> str:
    marked = re.sub(r'<span class="deletion">(.*?)</span>', r"[-\1-]", page, flags=re.S)
    marked = re.sub(r'<span class="addition">(.*?)</span>', r"[+\1+]", marked, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", marked))


EDITS = {
    "title__ru": ("Доклад", "ru: [-Речь-][+Доклад+]"),
    "date__as_written": ("24 February 1956", "[-25-][+24+] February 1956"),
    "keywords": ("party\nreport", "party, [-congress-][+report+]"),
    "rights_holder": ("The State", "The [-Party-][+State+]"),
    "holdings-0-call_number": ("f. 2", "f. [-1-][+2+]"),
    "texts-0-body": (
        "{#p1}\nThe first words.\n\n{#p2}\nThe third words.",
        "The [-second-][+third+] words.",
    ),
}


@pytest.mark.parametrize("field", EDITS)
def test_a_difference_of_any_field_of_a_source_is_readable(desk: Client, field: str) -> None:
    source = SourceRow.objects.get()
    written, shown = EDITS[field]
    edit = reverse(SourceRow.snippet_viewset.get_url_name("edit"), args=[source.pk])
    assert submit(desk, edit, **{field: written}).status_code == 302
    page = compared(desk, source)
    assert shown in page
    assert "Struct" not in page
    assert "{&#x27;" not in page


def test_of_rows_only_those_that_differ_are_shown_in_the_words_of_the_form(desk: Client) -> None:
    source = SourceRow.objects.get()
    edit = reverse(SourceRow.snippet_viewset.get_url_name("edit"), args=[source.pk])
    changed = {
        "texts-0-contributions-0-role": "editor",
        "texts-0-body": "{#p1}\nThe first words.\n\n{#p2 .speech}\nThe second words.\n\n{#p3}\nThe last ones.",
        "about-0-DELETE": "on",
    }
    assert submit(desk, edit, **changed).status_code == 302
    for page in (compared(desk, source), compared_records(source)):
        assert "Text version 1: en" in page
        assert "Contribution 1: Somebody" in page
        assert "[-Translator-] [+Editor+]" in page
        assert "unchanged: 1 Passage p2" in page
        assert "Kind: [-paragraph-] [+speech+]" in page
        assert "Passage p3 [+The last ones.+]" in page
        assert "The first words." not in page
        assert "RGANI" not in page
        for raw in ("{#", "key:", "credited as:", "role:"):
            assert raw not in page
    assert "About 1: Imre Nagy · removed" in compared(desk, source)
    with translation.override("ru"):
        told = compared_records(source)
        assert "[-Переводчик-] [+Редактор+]" in told
        assert "Отрывок p3" in told


def compared_records(source: SourceRow) -> str:
    """The same as the comparison of publications and of changes to many shows it."""
    draft = gather_object(source.__class__.objects.get().get_latest_revision_as_object())
    found = differences(gather("source:speech"), draft)
    return in_marks("".join(f"{one.label} {one.html}" for one in found))


def test_a_difference_of_an_essay_is_shown_by_words(desk: Client) -> None:
    page = SubjectPage.objects.get()
    page.essays.set([page.essays.model(language="en", body="The congress closed on Tuesday morning.")])
    page.save_revision()
    assert "congress [-opened-][+closed+] on Tuesday" in compared(desk, page)


def test_a_draft_leaves_what_readers_see_untouched(desk: Client, archive: ArchiveFolder) -> None:
    def baked() -> dict[str, bytes]:
        files = (path for path in archive.public.rglob("*") if path.is_file())
        return {str(path.relative_to(archive.public)): path.read_bytes() for path in files}

    before = baked()
    assert any("speech" in name for name in before)
    source = SourceRow.objects.get()
    edit = reverse(SourceRow.snippet_viewset.get_url_name("edit"), args=[source.pk])
    submit(desk, edit, title__en="Changed", description__en="All new.", **{"texts-0-body": "{#p1}\nNothing."})
    page = SubjectPage.objects.get()
    page.titles, page.summary = {"en": "Changed"}, {"en": "All new."}
    page.save_revision()
    publish()
    assert baked() == before


def test_a_revision_is_brought_back_as_a_draft(desk: Client) -> None:
    source = SourceRow.objects.get()
    edit = reverse(SourceRow.snippet_viewset.get_url_name("edit"), args=[source.pk])
    submit(desk, edit, title__en="Second", **{"texts-0-body": "{#p1}\nSecond."})
    second: Record = gather_object(SourceRow.objects.get().get_latest_revision_as_object())
    revision = Revision.objects.order_by("-pk")[0]
    submit(desk, edit, title__en="Third", **{"texts-0-body": "{#p1}\nThird."})
    revert = reverse(
        SourceRow.snippet_viewset.get_url_name("revisions_revert"), args=[source.pk, revision.pk]
    )
    assert submit(desk, revert).status_code == 302
    assert gather_object(SourceRow.objects.get().get_latest_revision_as_object()) == second
    assert gather("source:speech").title["en"] == "The Speech"  # type: ignore[union-attr]

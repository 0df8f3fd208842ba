"""Many sources changed at once: shown before, done in the background, undone where nobody touched them since."""

import html
import re
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.admin.models import EditingSession
from wagtail.models import ModelLogEntry

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.actions import publish
from sourcebook.publishing.bulk.changes import CHANGES
from sourcebook.publishing.bulk.counting import count_on
from sourcebook.publishing.bulk.doing import change_many
from sourcebook.publishing.gather import gather, gather_all, gather_object, mark_live
from sourcebook.publishing.log import live
from sourcebook.publishing.models import ManyChanged, Run
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Holding, Name, Place, Record, Rights, Source, Theme
from sourcebook.record import Person as PersonRecord
from sourcebook.sources.models import Source as SourceRow
from sourcebook.web.editors import create_editor
from tests.records import archives

pytestmark = pytest.mark.django_db

PAGE = "/admin/change-many/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.fixture
def desk(archive: ArchiveFolder) -> Client:
    sources = [
        Source(
            slug=f"s{number}",
            medium="image" if number % 2 else "text",
            title={"en": f"Source {number}", "ru": f"Источник {number}"},
            holdings=(Holding(repository="RGANI"),),
        )
        for number in range(8)
    ]
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
            Theme(slug="war", title={"en": "War"}),
            Place(slug="moscow", names=(Name(text="Moscow"),)),
            PersonRecord(slug="nagy", names=(Name(text="Imre Nagy"),)),
            *sources,
        ]
    )
    client = Client()
    client.force_login(User.objects.create_superuser("anna"))
    return client


def change(client: Client, capture: Any, asked: dict[str, str], **values: str) -> Run:
    """Look at what it does, confirm it, have the work done."""
    shown = client.get(PAGE, {**asked, "preview": "1", **values})
    assert shown.status_code == 200
    with capture(execute=True):
        answer = client.post(f"{PAGE}?{shown.wsgi_request.GET.urlencode()}", values)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return Run.objects.filter(kind="change-many").latest("id")


def titles(shown: Any) -> dict[str, tuple[int, str]]:
    return {line["row"].slug: (len(line["differences"]), line["reason"]) for line in shown.context["lines"]}


def test_what_it_does_is_shown_and_then_done_to_those_that_a_list_shows(
    desk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    shown = desk.get(
        PAGE, {"of": "medium=image&q=source", "change": "rights", "statement": CC0, "preview": "1"}
    )
    assert titles(shown) == dict.fromkeys(("s1", "s3", "s5", "s7"), (1, ""))
    assert CC0 in shown.content.decode()
    assert not ManyChanged.objects.exists()
    asked = {"of": "medium=image", "change": "rights"}
    run = change(desk, django_capture_on_commit_callbacks, asked, statement=CC0)
    assert not run.error
    changed = {record.slug for record in gather_all(["source"]) if record.rights.statement == CC0}  # type: ignore[union-attr]
    assert changed == {"s1", "s3", "s5", "s7"}
    assert run.outcome.startswith("4 changed, 0 as they were already, 0 left out")
    assert SourceRow.objects.get(slug="s1").changed_by == User.objects.get()
    entries = ModelLogEntry.objects.filter(action="sourcebook.change_many")
    assert {entry.user for entry in entries} == {User.objects.get()}
    assert entries.count() == 4


def counted(client: Client, shown: Any) -> tuple[str, int]:
    """What the page counts, as its script has it counted: the last sentence, and in how many pieces it came."""
    address = re.search(r'<sb-count role="status" src="([^"]+)"', shown.content.decode())
    assert address
    src, onward, pieces = html.unescape(address[1]), "", 0
    while True:
        told = client.get(src + onward).json()
        pieces += 1
        if told["over"]:
            return told["said"], pieces
        onward = f"&{urlencode(told['tally'])}"


def test_all_that_is_chosen_is_counted_and_not_one_page_alone(
    desk: Client, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    more = [Source(slug=f"n{number}", medium="image", title={"en": f"N {number}"}) for number in range(250)]
    restore_all(more)
    SourceRow.objects.filter(slug__in=["n1", "n2", "n3"]).update(locked=True)
    done = {record.slug: record for record in gather_all(["source"])}
    rights = Rights(statement=CC0)
    restore_all([msgspec.structs.replace(done[f"n{number}"], rights=rights) for number in range(10, 50)])
    asked = {"of": "", "change": "rights", "statement": CC0, "preview": "1"}
    shown = desk.get(PAGE, asked)
    said, _pieces = counted(desk, shown)
    assert said == "It changes 215 of 258; so already: 40, left out: 3."
    # However little is done at a time, and the same as the work itself counts.
    monkeypatch.setattr(count_on, "__defaults__", (0,))
    said, pieces = counted(desk, shown)
    assert (said, pieces) == ("It changes 215 of 258; so already: 40, left out: 3.", 3)
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"{PAGE}?{shown.wsgi_request.GET.urlencode()}", {"statement": CC0})
    run = Run.objects.filter(kind="change-many").latest("id")
    assert run.outcome.startswith("215 changed, 40 as they were already, 3 left out")


def test_a_piece_of_the_count_holds_few_rows_and_asks_few_questions(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    restore_all(
        [Source(slug=f"n{number}", medium="image", title={"en": f"N {number}"}) for number in range(150)]
    )
    address = f"{PAGE}count/?of=&change=rights&statement={CC0}"
    desk.get(address)
    with django_assert_max_num_queries(90):
        assert desk.get(address).json()["over"]


def test_counting_is_for_those_who_may_change_many(desk: Client) -> None:
    address = f"{PAGE}count/?of=&change=rights&statement={CC0}"
    create_editor("moderator", "a long pass phrase", "moderator")
    moderator = Client()
    moderator.login(username="moderator", password="a long pass phrase")
    assert moderator.get(address).status_code in (302, 403)
    assert desk.get(f"{PAGE}count/?change=nonsense").status_code == 404
    assert desk.get(f"{address}&changed=-1&after=9999999999999999999999").json()["over"]


def _do(user: Any, keys: list[int], name: str, **values: Any) -> Run:
    from sourcebook.publishing.background.doing import running

    run = Run.objects.create(kind="change-many", by=user)
    with running(run) as journal:
        change_many(journal, change=name, values=values, keys=keys)
    return run


def test_what_must_not_be_touched_is_left_out_with_its_reason(desk: Client) -> None:
    user = User.objects.get()
    rows = {row.slug: row for row in SourceRow.objects.all()}
    SourceRow.objects.filter(slug="s0").update(locked=True)
    mark_live(["source:s1"])
    drafted = SourceRow.objects.get(slug="s1")
    drafted.title = {"en": "A draft"}
    drafted.save_revision()
    EditingSession.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(SourceRow),
        object_id=str(rows["s2"].pk),
        last_seen_at=timezone.now(),
    )
    run = _do(user, [row.pk for row in rows.values()], "rights-holder", text="Nobody")
    left = {title: reason for title, reason, _identifier in run.kept["left"]}
    assert set(left) == {"Source 0", "Source 1", "Source 2"}
    assert "locked" in left["Source 0"]
    assert "draft" in left["Source 1"]
    assert "open" in left["Source 2"]
    assert ManyChanged.objects.count() == 5
    assert gather("source:s1").rights.holder == ""  # type: ignore[union-attr]


def test_a_draft_of_what_was_never_published_is_changed_and_not_lost(
    desk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    draft = SourceRow.objects.get(slug="s0")
    draft.title = {"en": "Only in the draft"}
    draft.save_revision()
    before = gather_object(SourceRow.objects.get(slug="s0").get_latest_revision_as_object())
    run = _do(User.objects.get(), [draft.pk], "add-keyword", word="peace")
    record = gather_object(SourceRow.objects.get(slug="s0").get_latest_revision_as_object())
    assert (record.title, record.keywords) == ({"en": "Only in the draft"}, ("peace",))  # type: ignore[union-attr]
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"{PAGE}{run.pk}/undo/")
    assert gather("source:s0") == before


def test_undo_spares_what_was_changed_by_hand(desk: Client, django_capture_on_commit_callbacks: Any) -> None:
    before = {record.reference: record for record in gather_all(["source"])}
    keys = list(SourceRow.objects.values_list("pk", flat=True))
    run = _do(User.objects.get(), keys, "replace", find="Source", replacement="Document")
    assert gather("source:s3").title["en"] == "Document 3"  # type: ignore[union-attr]
    by_hand = SourceRow.objects.get(slug="s3")
    by_hand.rights_holder = "Somebody"
    by_hand.save()
    SourceRow.objects.get(slug="s4").delete()
    page = desk.get(f"{PAGE}{run.pk}/").content.decode()
    assert "Document" in page
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"{PAGE}{run.pk}/undo/")
    undoing = Run.objects.get(kind="undo-many")
    assert {reason for _title, reason, _identifier in undoing.kept["left"]} == {
        "Somebody changed it since.",
        "It was deleted.",
    }
    now = {record.reference: record for record in gather_all(["source"])}
    assert {one for one in now if now[one] != before[one]} == {"source:s3"}
    assert list(ManyChanged.objects.filter(undone=False).values_list("identifier", flat=True)) == [
        by_hand.identifier,
        before["source:s4"].id,
    ]


def test_work_that_was_cut_off_is_done_again_without_changing_twice(desk: Client) -> None:
    keys = list(SourceRow.objects.values_list("pk", flat=True))
    run = _do(User.objects.get(), keys[:4], "replace", find="Source", replacement="Source Source")
    from sourcebook.publishing.background.doing import running

    values = {"find": "Source", "replacement": "Source Source"}
    with running(run) as journal:
        change_many(journal, change="replace", values=values, keys=keys)
    assert {record.title["en"].count("Source") for record in gather_all(["source"])} == {2}  # type: ignore[union-attr]
    assert run.outcome.startswith("8 changed")


def test_what_readers_see_changes_only_when_it_is_asked_for(
    desk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    publish(["archive:archive", "source:s1"])
    identifier = SourceRow.objects.get(slug="s1").identifier
    digest = live([identifier])[identifier].digest
    change(desk, django_capture_on_commit_callbacks, {"change": "rights"}, statement=CC0)
    assert live([identifier])[identifier].digest == digest
    asked = {"change": "rights-holder"}
    change(desk, django_capture_on_commit_callbacks, asked, text="Nobody", publish="on")
    assert live([identifier])[identifier].digest != digest


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_only_those_who_may_change_many(desk: Client, role: str) -> None:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    client.login(username=role, password="a long pass phrase")
    answer = client.get(PAGE, {"change": "rights"})
    assert answer.status_code == 302
    assert "preview" not in answer["Location"]
    run = _do(User.objects.get(username="anna"), [SourceRow.objects.all()[0].pk], "add-keyword", word="x")
    client.post(f"{PAGE}{run.pk}/undo/")
    assert not Run.objects.filter(kind="undo-many").exists()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"change": "none"}, 404),
        ({"change": "rights", "statement": "http://example.org/", "preview": "1"}, 200),
        ({"change": "add-language", "language": "no language!", "preview": "1"}, 200),
        ({"change": "place", "place": "999999", "preview": "1"}, 200),
        ({"change": "add-contribution", "role": "author", "preview": "1"}, 200),
        ({"ids": "x,-1,99999999999999999999", "change": "medium", "medium": "film", "preview": "1"}, 200),
        ({"of": "state=nothing&years_min=x", "change": "medium", "medium": "text", "preview": "1"}, 200),
    ],
)
def test_bad_questions_change_nothing(desk: Client, asked: dict[str, str], answer: int) -> None:
    assert desk.get(PAGE, asked).status_code == answer
    if answer == 200:
        shown = desk.get(PAGE, asked)
        assert not shown.context.get("lines")


def test_every_kind_of_change_has_a_form(desk: Client) -> None:
    for name in CHANGES:
        shown = desk.get(PAGE, {"change": name, "ids": "1"})
        assert shown.status_code == 200
        assert set(CHANGES[name].asks) <= set(shown.context["form"].fields)


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(archive=archives(), name=st.sampled_from(sorted(CHANGES)))
def test_a_change_made_twice_is_made_once(archive: list[Record], name: str) -> None:
    values = {
        "statement": CC0, "text": "Words", "word": "peace", "language": "en", "theme": "war", "about": "person:nagy",
        "medium": "text", "place": "place:moscow", "role": "author", "agent": "", "credited_as": "Anna",
        "find": "zzz", "replacement": "zz",
    }  # fmt: skip
    for record in archive:
        if isinstance(record, Source):
            once = CHANGES[name].apply(record, values)
            assert CHANGES[name].apply(once, values) == once

"""Publishing from the desk: what is asked for is live, again changes nothing, what is withdrawn is gone."""

import re
from pathlib import Path

import msgspec
import pytest

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.actions import publish, withdraw
from sourcebook.publishing.gather import gather
from sourcebook.publishing.log import live
from sourcebook.publishing.models import JournalEntry, Publication, Run
from sourcebook.publishing.restore import restore_all
from sourcebook.record import (
    Archive,
    Essay,
    Name,
    Passage,
    Person,
    Record,
    Rights,
    Source,
    Subject,
    TextVersion,
    Year,
)

pytestmark = pytest.mark.django_db

NAGY = Person(
    slug="imre-nagy", names=(Name(text="Imre Nagy", language="en"), Name(text="Имре Надь", language="ru"))
)
SPEECH = Source(
    slug="radio-speech",
    medium="text",
    title={"en": "A speech on the radio"},
    rights=Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/"),
    texts=(
        TextVersion(
            key="en",
            language="en",
            passages=(Passage(key="p1", text="At dawn [Nagy](person:imre-nagy) spoke."),),
        ),
    ),
)
BUDAPEST = Subject(
    slug="budapest",
    title={"en": "Budapest"},
    year="year:1956",
    essays=(Essay(language="en", body="See [the speech](source:radio-speech#p1)."),),
)


@pytest.fixture
def desk(archive: ArchiveFolder) -> ArchiveFolder:
    """A small archive on the desk, nothing of it published."""
    home = Archive(slug="archive", title={"en": "Trial"}, languages=("en", "ru"))
    restore_all([home, Year(slug="1956"), NAGY, SPEECH, BUDAPEST])
    return archive


def pages(archive: ArchiveFolder) -> dict[str, bytes]:
    return {
        path.relative_to(archive.public).as_posix(): path.read_bytes()
        for path in archive.public.rglob("*")
        if path.is_file()
    }


def renamed(record: Record, name: str) -> Record:
    assert isinstance(record, Person)
    return msgspec.structs.replace(record, names=(Name(text=name, language="en"),))


def test_nothing_is_to_be_seen_before_it_is_published(desk: ArchiveFolder) -> None:
    assert not (desk.public / "people/imre-nagy").exists()
    publish(["archive:archive", "year:1956"])
    assert (desk.public / "index.html").exists()
    assert not (desk.public / "people/imre-nagy").exists()
    assert b"Nagy" not in b"".join(content for name, content in pages(desk).items() if name.endswith(".html"))


def test_all_that_waits_is_published_and_a_second_time_nothing(desk: ArchiveFolder) -> None:
    first = publish()
    assert first.published == 5
    assert (desk.public / "sources/radio-speech/index.html").exists()
    assert (desk.public / "ru/people/imre-nagy/index.html").exists()
    before = pages(desk)
    again = publish(full=True)
    assert (again.published, again.pages) == (0, 0)
    assert pages(desk) == before
    assert Publication.objects.count() == 5


def test_an_identifier_may_be_as_long_in_the_log_as_at_the_desk(desk: ArchiveFolder) -> None:
    restore_all([Person(id="n" * 64, slug="long", names=(Name(text="Long"),))])
    publish(["person:long"])
    Publication.objects.get().full_clean(exclude=["at", "record"])
    assert (desk.public / "id" / ("n" * 64)).exists()


def test_a_change_bakes_just_what_read_it(desk: ArchiveFolder) -> None:
    publish()
    times = {path: path.stat().st_mtime_ns for path in desk.public.rglob("*") if path.is_file()}
    restore_all([renamed(gather("person:imre-nagy"), "Nagy Imre")])
    publish()
    changed = {
        path.relative_to(desk.public).as_posix().removesuffix("/index.html")
        for path in desk.public.rglob("*")
        if path.is_file() and times.get(path) != path.stat().st_mtime_ns and path.name == "index.html"
    }
    assert {"people/imre-nagy", "ru/people/imre-nagy"} <= changed
    assert "1956/budapest" not in changed
    assert "1956" not in changed


def test_what_is_withdrawn_is_gone_everywhere(desk: ArchiveFolder) -> None:
    publish()
    identifier = gather("person:imre-nagy").id
    assert withdraw(["person:imre-nagy"], reason="At the family's wish.").withdrawn == 1
    left = {
        name: content for name, content in pages(desk).items() if re.search(rf"imre-nagy|{identifier}", name)
    }
    assert left
    for name, content in left.items():
        gone = name if name.endswith(".gone") else f"{name.removesuffix('.br').removesuffix('.gz')}.gone"
        assert gone in left, name
        if name.endswith(".html"):
            assert b"At the family" in content
            assert b"noindex" in content
    assert not [name for name in left if name.endswith((".json", ".to"))]
    for name, content in pages(desk).items():
        if name.endswith((".html", ".xml")) and name not in left:
            assert b"imre-nagy" not in content, name
    assert identifier not in live()
    assert withdraw(["person:imre-nagy"], reason="Once more.").withdrawn == 0
    assert publish(full=True).published == 0, "What is withdrawn comes back only by its name."
    assert (desk.public / "people/imre-nagy/index.html.gone").exists()
    assert publish(["person:imre-nagy"]).published == 1
    assert (desk.public / "people/imre-nagy/index.html").exists()
    assert not list(desk.public.rglob("*.gone"))


def test_a_draft_leaves_what_readers_see_untouched(desk: ArchiveFolder) -> None:
    publish()
    before = pages(desk)
    restore_all([renamed(gather("person:imre-nagy"), "Somebody Else")])
    assert pages(desk) == before
    publish(["source:radio-speech"])
    assert pages(desk) == before


def test_another_address_leads_from_the_old_one(desk: ArchiveFolder) -> None:
    publish()
    restore_all(
        [msgspec.structs.replace(gather("person:imre-nagy"), slug="nagy-imre", former_slugs=("imre-nagy",))]
    )
    publish()
    assert (desk.public / "people/imre-nagy/index.html.to").read_text() == "/people/nagy-imre/"
    assert b'href="/people/nagy-imre/"' in (desk.public / "sources/radio-speech/index.html").read_bytes()


@pytest.mark.parametrize("lost", ["access", "public"])
def test_what_can_be_made_again_is_made_again(desk: ArchiveFolder, lost: str) -> None:
    publish()
    before = pages(desk)
    folder: Path = getattr(desk, lost)
    folder.rename(folder.with_name(f"{lost}-lost"))
    publish(full=True)
    assert pages(desk) == before


def test_a_page_that_somebody_spoiled_is_mended_by_a_full_bake(desk: ArchiveFolder) -> None:
    publish()
    before = pages(desk)
    (desk.public / "index.html").write_text("spoiled")
    (desk.public / "stray.html").write_text("belongs to nobody")
    publish(full=True)
    assert pages(desk) == before


def test_the_journal_tells_each_step(desk: ArchiveFolder) -> None:
    publish()
    run = Run.objects.get()
    assert run.finished
    assert [entry.step for entry in run.entries.all()] == ["record", "derive", "catalogue", "index", "bake"]
    assert all(entry.finished and not entry.error for entry in run.entries.all())


def test_a_step_that_fails_is_written_down_and_the_next_run_completes_it(desk: ArchiveFolder) -> None:
    desk.access.mkdir(exist_ok=True)
    desk.public.write_text("a file where the folder should be")
    with pytest.raises(OSError, match="public"):
        publish()
    assert JournalEntry.objects.get(step="bake").error
    assert Publication.objects.count() == 5
    desk.public.unlink()
    assert publish().published == 0
    assert (desk.public / "people/imre-nagy/index.html").exists()
    assert not Run.objects.filter(finished=None).exists()

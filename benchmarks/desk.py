"""How fast the desk answers with 100,000 sources: lists, searches, choosers, forms, saving and publishing.

    .venv/bin/python benchmarks/desk.py FOLDER [--rounds 7] [--only WORDS]

FOLDER is an archive of `desk_material.py`, which is made where it is not there. Each line gives the median and the
longest of some rounds, processor time of one round and the number of SQL queries, through the whole of Django.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, build_opener, urlopen

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk_material import make
from serve import free_port

from tests.desk_forms import fields_of, submit

Ask = Callable[[], Any]


def measure(name: str, ask: Ask, rounds: int) -> None:
    """Print one line; the first answer is counted and not timed."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        answer = ask()
        queries = captured.captured_queries
    assert answer.status_code < 400, (name, answer.status_code, answer.content[:500])
    times = []
    spent = time.process_time()
    for _ in range(rounds):
        begun = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begun) * 1000)
    spent = (time.process_time() - spent) / rounds * 1000
    slow = [query for query in queries if float(query["time"]) > 0.05]
    print(
        f"{name:44} {statistics.median(times):7.0f} ms {max(times):7.0f} ms max "
        f"{spent:7.0f} ms processor {len(queries):4} queries",
        flush=True,
    )
    for query in slow:
        print(f"      {query['time']} s: {query['sql'][:700]}")


def asks(client: Any) -> dict[str, Ask]:
    """What is measured, by its name."""
    from django.urls import reverse

    from sourcebook.authorities.models import Authority, Person
    from sourcebook.sources.models import Source

    def get(address: str, **query: Any) -> Ask:
        return lambda: client.get(address, query)

    sources = reverse(Source.snippet_viewset.get_url_name("list"))
    subjects = reverse("subject_pages:index")
    people = reverse(Person.snippet_viewset.get_url_name("list"))
    chooser = reverse(f"{Source.snippet_viewset.chooser_viewset.name}:choose_results")
    someone = Authority.objects.filter(kind="person").order_by("pk")[100].pk
    found: dict[str, Ask] = {"desk's first page": get("/admin/"), "list of sources": get(sources)}
    found["list, page 1000"] = get(sources, p=1000)
    for column in ("medium", "-medium", "first_day", "-first_day", "changed_at", "-changed_at"):
        found[f"list sorted by {column}"] = get(sources, ordering=column)
    found |= {
        "list, medium image": get(sources, medium="image"),
        "list, drafts": get(sources, state="draft"),
        "list, published": get(sources, state="live"),
        "list, in review": get(sources, state="review"),
        "list, no rights": get(sources, rights="none"),
        "list, language ru": get(sources, language="ru"),
        "list, years 1950 to 1960": get(sources, years_min=1950, years_max=1960),
        "list, theme": get(sources, theme="exile"),
        "list, naming a person": get(sources, about=someone),
        "list, four filters": get(sources, medium="image", state="draft", rights="none", theme="exile"),
        "search, Latin (padua)": get(sources, q="padua"),
        "search, Cyrillic (совет)": get(sources, q="совет"),
        "search, two words": get(sources, q="soviet union"),
        "search, one letter": get(sources, q="s"),
        "search, no hit": get(sources, q="xyzzy"),
        "search and filter": get(sources, q="s", medium="image", ordering="-first_day"),
        "list of people": get(people),
        "people, search Cyrillic": get(people, q="иван"),
        "people, one letter": get(people, q="a"),
        "list of subjects": get(subjects),
        "subjects, search": get(subjects, q="war"),
        "subjects, one year": get(subjects, year=1956),
        "chooser of sources": get(chooser),
        "chooser of sources, one letter": get(chooser, q="s"),
        "chooser of sources, search": get(chooser, q="soviet"),
        "chooser of all authorities": get(reverse("authority_chooser:choose_results")),
        "chooser of all authorities, search": get(reverse("authority_chooser:choose_results"), q="ivan"),
        "essay's picker, sources": get(reverse("sourcebook_pick"), kind="source"),
        "essay's picker, sources, page 500": get(reverse("sourcebook_pick"), kind="source", page=500),
        "essay's picker, one letter": get(reverse("sourcebook_pick"), kind="source", q="s"),
        "essay's picker, Cyrillic (совет)": get(reverse("sourcebook_pick"), kind="source", q="совет"),
        "essay's picker, people (иван)": get(reverse("sourcebook_pick"), kind="person", q="иван"),
    }
    report = reverse("state_report")
    found["report of the state"] = get(report)
    found["report, page 500"] = get(report, p=500)
    for name, value in (
        ("kind", "source"),
        ("fault", "rights-missing"),
        ("state", "draft"),
        ("by", client.session["_auth_user_id"]),
        ("shown", "stopped"),
        ("shown", "faulty"),
    ):
        found[f"report, {name} {value}"] = get(report, **{name: value})
    found["report as CSV"] = sent_whole(get(report, export="csv"))
    found["report as CSV, a kind"] = sent_whole(get(report, export="csv", kind="person"))
    return found


def sent_whole(ask: Ask) -> Ask:
    """A file that is made while it is sent: it is read to its end, and nothing of it is kept."""

    def read() -> Any:
        answer = ask()
        for _ in answer.streaming_content:
            pass
        return answer

    return read


def peers(user: Any) -> dict[str, Ask]:
    """Wagtail's own list and its search without an index, over the same rows."""
    from django.contrib.sessions.backends.signed_cookies import SessionStore
    from django.test import RequestFactory
    from wagtail.snippets.views.snippets import SnippetViewSet

    from sourcebook.sources.models import Source

    class StockViewSet(SnippetViewSet):
        model = Source
        list_filter = ["medium", "live"]
        list_per_page = 50
        search_fields = ["heading"]
        copy_view_enabled = False

    view = StockViewSet().index_view

    def get(**query: Any) -> Ask:
        def ask() -> Any:
            request = RequestFactory(SERVER_NAME="127.0.0.1").get("/admin/", query)
            request.user, request.session = user, SessionStore()
            return view(request).render()

        return ask

    return {
        "Wagtail's own: list": get(),
        "Wagtail's own: page 1000": get(p=1000),
        "Wagtail's own: medium image": get(medium="image"),
        "Wagtail's own: search, Latin (padua)": get(q="padua"),
        "Wagtail's own: search, no hit": get(q="xyzzy"),
        "Wagtail's own: search, one letter": get(q="s"),
    }


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The archive as `sourcebook serve` gives it, its worker beside; the address without a slash."""
    port = free_port()
    command = [sys.executable, "-m", "sourcebook.cli", "--archive", str(folder), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        while not reached(f"{address}/healthz"):
            assert server.poll() is None
            time.sleep(0.1)
        time.sleep(5)  # The editor's part is loaded after the first second.
        yield address
    finally:
        server.terminate()
        server.wait()


def reached(address: str) -> bool:
    try:
        with urlopen(address, timeout=60):  # noqa: S310 - our own server
            return True
    except OSError:
        return False


def http(address: str, session: str, rounds: int) -> None:
    """Pages and clicks as a browser has them, each on a connection of its own."""
    from django.urls import reverse

    from sourcebook.sources.models import Source

    times: dict[str, list[float]] = {}

    def timed(name: str, *asked: Any) -> bytes:
        begun = time.perf_counter()
        with visitor.open(*asked, timeout=60) as answer:
            body: bytes = answer.read()
        times.setdefault(name, []).append((time.perf_counter() - begun) * 1000)
        return body

    class Stay(HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            return None

        def http_error_302(self, request: Any, answer: Any, *_: Any) -> Any:
            return answer

    visitor = build_opener(HTTPCookieProcessor(), Stay())
    visitor.addheaders = [("Cookie", f"sessionid={session}")]
    for _ in range(rounds):
        for path in (
            "/admin/",
            "/admin/snippets/sources/source/",
            "/admin/snippets/sources/source/?q=soviet",
        ):
            timed(path, address + path)
    edit = Source.snippet_viewset.get_url_name("edit")
    for key, slug in (
        Source.objects.exclude(rights_statement="").order_by("-pk").values_list("pk", "slug")[:rounds]
    ):
        form = address + reverse(edit, args=[key])
        for name, more in (("save draft", {}), ("publish", {"action-publish": "1"})):
            page = timed("form", form)
            fields = {
                **fields_of(page),
                "title__en": ["Changed"],
                **{one: [value] for one, value in more.items()},
            }
            visitor.addheaders = [
                ("Cookie", f"sessionid={session}; csrftoken={fields['csrfmiddlewaretoken'][0]}")
            ]
            timed(f"click: {name}", form, urlencode(fields, doseq=True).encode())
        begun = time.perf_counter()
        while not reached(f"{address}/sources/{slug}/"):
            assert time.perf_counter() - begun < 60, slug
            time.sleep(0.05)
        times.setdefault("from the answer to its page", []).append((time.perf_counter() - begun) * 1000)
    for name, taken in times.items():
        print(f"HTTP {name:45} {statistics.median(taken):7.0f} ms {max(taken):7.0f} ms max", flush=True)


def writes(client: Any) -> dict[str, Ask]:
    """An edit form, a draft, a publication, each on a source of its own in every round."""
    from django.urls import reverse

    from sourcebook.sources.models import Source

    with_rights = Source.objects.exclude(rights_statement="").order_by("pk")
    keys = iter(with_rights.values_list("pk", flat=True)[:500].iterator(chunk_size=100))
    edit = Source.snippet_viewset.get_url_name("edit")
    first = Source.objects.order_by("pk").values_list("pk", flat=True)[5]

    def save(**fields: str) -> Ask:
        return lambda: submit(client, reverse(edit, args=[next(keys)]), title__en="Changed", **fields)

    return {
        "edit form of a source": lambda: client.get(reverse(edit, args=[first])),
        "edit form, then save draft": save(),
        "edit form, then publish": save(**{"action-publish": "1"}),
    }


def withdrawal(client: Any, number: int = 1000) -> None:
    """Publish so many sources, then withdraw them with one click: the click takes all of them out of reach."""
    from sourcebook.publishing.actions import publish
    from sourcebook.sources.models import Source

    rows = list(Source.objects.order_by("pk")[:number])
    publish([row.reference for row in rows])
    chosen = "&".join(f"id={row.pk}" for row in rows)
    address = f"/admin/bulk/sources/source/unpublish/?{chosen}&next=/admin/snippets/sources/source/"
    client.get(address)
    begun, spent = time.perf_counter(), time.process_time()
    assert client.post(address, {"reason": "It is measured."}).status_code == 302
    taken, spent = time.perf_counter() - begun, time.process_time() - spent
    print(f"{f'click: withdraw {number} sources':44} {taken:7.2f} s {spent:27.2f} s processor", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sources", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    if not arguments.folder.exists():
        make(arguments.folder, arguments.sources)
    from sourcebook.web.desk import configure
    from sourcebook.web.upgrading import refuse_other_release

    refuse_other_release(configure(arguments.folder))
    from django.contrib.auth.models import User
    from django.test import Client

    user, _ = User.objects.get_or_create(username="measure", is_superuser=True, is_staff=True)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    for name, ask in {**asks(client), **peers(user), **writes(client)}.items():
        if arguments.only in name:
            measure(name, ask, arguments.rounds)
    if arguments.only in "withdraw":
        withdrawal(client)
    if arguments.only in "HTTP":
        with served(arguments.folder) as address:
            http(address, client.cookies["sessionid"].value, arguments.rounds)


if __name__ == "__main__":
    main()

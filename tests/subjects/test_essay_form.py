"""The essay's form in HTTP: what is not changed comes back as it was, what is chosen is written, and nothing else."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from sourcebook.publishing.restore import restore_all
from sourcebook.record import (
    Archive,
    CitedName,
    CitedWork,
    Essay,
    Name,
    Passage,
    Person,
    Source,
    Subject,
    TextVersion,
    Year,
)
from sourcebook.subjects.essay.bibliography import names_read, names_written
from sourcebook.subjects.essay.csl import CslError, read_csl
from sourcebook.subjects.models import Essay as EssayRow
from sourcebook.subjects.models import SubjectPage
from tests.desk_forms import fields_of

pytestmark = pytest.mark.django_db

WORK = CitedWork(
    id="taubman-2003",
    title="Khrushchev",
    author=(CitedName(family="Taubman", given="William"), CitedName(literal="An Institute")),
    editor=(CitedName(family="Plato"),),
    issued="2003",
    archive="РГАНИ",
)
BODY = """\
## A *heading*

A paragraph that is
wrapped, _emphasised_ and **strong**, with [Khrushchev](person:nikita-khrushchev), a
[place](source:speech#p2 "a title"), `code` and a note.[^1] More.[^long]

- one
- two
  1. deeper [elsewhere](https://example.org/)
- three

> Said elsewhere,
> at length.

***

> The first
> passage […] ends.
>
> — [The speech, 1](source:speech#p1)

![A *part*](source:map#xywh=1:1,2,30,40)

![A voice](source:tape#t=1,2.5)

```timeline The days
25 February 1956 | [He](person:nikita-khrushchev) speaks
early June |
```

```map
47.5, 19.05 | Here
```

| one | two |
| :-- | --: |
| *a* | [b](person:nikita-khrushchev) |

```
what no block says
```

[^1]: See [ch. 11](cite:taubman-2003),
    and *more*.
[^long]: Two

    paragraphs.

    | a table |
    | --- |
    | in a note |
[^idle]: Nobody calls it."""


@pytest.fixture
def client() -> Client:
    passages = (
        Passage(key="p1", text="The first passage, with *stress* and more,[^1] ends."),
        Passage(key="p2", text="The second."),
    )
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}),
            Year(slug="1956"),
            Person(slug="nikita-khrushchev", names=(Name(text="Nikita Khrushchev"),)),
            Source(
                slug="speech",
                medium="text",
                title={"en": "The speech"},
                texts=(TextVersion(key="en", language="en", passages=passages),),
            ),
            Source(slug="map", medium="image", title={"en": "A map"}),
            Source(slug="tape", medium="audio", title={"en": "A tape"}),
            Subject(
                slug="thaw",
                title={"en": "Thaw"},
                year="year:1956",
                essays=(Essay(language="en", body=BODY, bibliography=(WORK,)),),
            ),
        ]
    )
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def change(client: Client, how: Callable[[dict[str, list[str]]], None]) -> Any:
    """Open the subject's form, change its inputs, send it."""
    address = reverse("wagtailadmin_pages:edit", args=[SubjectPage.objects.get().pk])
    fields = fields_of(client.get(address).content)
    how(fields)
    return client.post(address, fields)


def essay() -> EssayRow:
    found: EssayRow = SubjectPage.objects.get().get_latest_revision_as_object().essays.get()
    return found


def number_of(fields: dict[str, list[str]], kind: str, nth: int = 0) -> str:
    """The name of the nth block of a kind."""
    numbers = [
        name.removesuffix("-type")
        for name, value in fields.items()
        if name.startswith("essays-0-body-") and name.endswith("-type") and value == [kind]
    ]
    return f"{numbers[nth]}-value"


def refused(answer: Any) -> str:
    assert answer.status_code == 200
    (formset,) = [one for name, one in answer.context["form"].formsets.items() if name == "essays"]
    return str(formset.errors)


def test_an_essay_of_all_blocks_that_nobody_changed_is_the_same_to_the_letter(client: Client) -> None:
    kinds: list[str] = []

    def look(fields: dict[str, list[str]]) -> None:
        kinds.extend(
            v[0] for k, v in fields.items() if k.startswith("essays-0-body-") and k.endswith("-type")
        )

    assert change(client, look).status_code == 302
    assert {*kinds} == {
        "prose", "quotation", "figure", "clip", "timeline", "map", "table", "markdown", "item",
    }  # fmt: skip
    assert essay().body == BODY
    assert essay().bibliography == (WORK,)


def test_one_word_changed_leaves_all_others_as_they_were(client: Client) -> None:
    def write(fields: dict[str, list[str]]) -> None:
        name = number_of(fields, "prose")
        fields[name] = [fields[name][0].replace("A paragraph that is", "A statement that is")]

    assert change(client, write).status_code == 302
    was = BODY.split("\n\n")
    now = essay().body.split("\n\n")
    assert [line for line in was if line not in now] == [was[1]]
    assert "A statement that is wrapped, *emphasised* and **strong**, with [Khrushchev]" in essay().body


def prose(*blocks: dict[str, Any], **entities: dict[str, Any]) -> str:
    return json.dumps({"blocks": list(blocks), "entityMap": entities})


def test_notes_and_citations_of_the_editor_are_written(client: Client) -> None:
    note = {
        "blocks": [
            {"text": "See x.", "type": "unstyled", "entityRanges": [{"offset": 4, "length": 1, "key": 0}]}
        ]
    }
    note["entityMap"] = {"0": {"type": "CITATION", "data": {"key": "taubman-2003", "locator": "p. 3"}}}  # type: ignore[assignment]
    text = {
        "text": "Words11 here",
        "entityRanges": [{"offset": 5, "length": 1, "key": 0}, {"offset": 6, "length": 1, "key": 1}],
    }

    def write(fields: dict[str, list[str]]) -> None:
        fields[number_of(fields, "prose")] = [
            prose(
                text,
                **{
                    "0": {"type": "NOTE", "data": {"key": "1", "content": note}},
                    "1": {"type": "NOTE", "data": {"key": "1", "markdown": "Another."}},
                },
            )
        ]

    assert change(client, write).status_code == 302
    assert essay().body.startswith("Words[^1][^2] here\n\n")
    assert "[^1]: See [p. 3](cite:taubman-2003)." in essay().body
    assert "[^2]: Another." in essay().body
    assert "[^idle]: Nobody calls it." in essay().body


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("The first passage, with *stress*", ""),
        ("The first […] more, ends.", ""),
        ("The last passage", "does not stand in source:speech#p1"),
    ],
)
def test_a_quotation_is_the_words_of_its_passage_or_none(client: Client, words: str, says: str) -> None:
    def quote(fields: dict[str, list[str]]) -> None:
        fields[number_of(fields, "quotation") + "-words"] = [
            json.dumps({"target": "source:speech#p1", "words": words})
        ]

    answer = change(client, quote)
    if says:
        assert says in refused(answer)
    else:
        assert answer.status_code == 302
        assert f"> {words}\n>\n> — [The speech, 1](source:speech#p1)" in essay().body


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        ("prose", "{", "did not arrive whole"),
        ("prose", '{"blocks": [{"text": 1}]}', "did not arrive whole"),
        ("prose", "[[]]", "did not arrive whole"),
        ("prose", prose({"text": "a", "entityRanges": [{"offset": -4, "length": 99, "key": 7}]}), ""),
        ("prose", prose({"text": "ab", "inlineStyleRanges": [{"offset": 1, "length": 9, "style": "X"}]}), ""),
        ("table", '{"rows": [["a"], 3]}', "did not arrive whole"),
        ("table", '{"rows": [["![a](source:map)"]]}', "A cell of a table"),
        ("markdown", "```\nnever ended", "runs into its neighbours"),
    ],
)
def test_what_is_broken_or_hostile_is_one_sentence(client: Client, kind: str, value: str, says: str) -> None:
    def harm(fields: dict[str, list[str]]) -> None:
        fields[number_of(fields, kind)] = [value]
        if kind == "markdown":
            fields[number_of(fields, "prose")], fields["essays-0-body-1-order"] = (
                fields[number_of(fields, "prose")], ["99"],
            )  # fmt: skip

    answer = change(client, harm)
    if says:
        assert says in refused(answer)
        assert essay().body == BODY if SubjectPage.objects.get().latest_revision else True
    else:
        assert answer.status_code == 302


def test_a_link_that_is_none_of_ours_stays_words(client: Client) -> None:
    text = {"text": "click", "entityRanges": [{"offset": 0, "length": 5, "key": 0}]}

    def harm(fields: dict[str, list[str]]) -> None:
        fields[number_of(fields, "prose")] = [
            prose(text, **{"0": {"type": "LINK", "data": {"url": "javascript:alert(1)"}}})
        ]

    assert change(client, harm).status_code == 302
    assert essay().body.startswith("click\n\n")


def test_works_are_pasted_from_a_reference_manager(client: Client) -> None:
    pasted = json.dumps(
        [
            {
                "id": "http://zotero.org/1",
                "type": "article-journal",
                "title": "Status Shift",
                "container-title": "Europe-Asia Studies",
                "author": [{"family": "Blauvelt", "given": "Timothy K."}],
                "issued": {"date-parts": [[2009, 6]]},
                "volume": 61,
                "abstract": "Long.",
            }
        ]
    )

    def paste(fields: dict[str, list[str]]) -> None:
        fields["essays-0-bibliography-pasted"] = [pasted]

    assert change(client, paste).status_code == 302
    assert essay().bibliography == (
        WORK,
        CitedWork(
            id="blauvelt-2009",
            type="article-journal",
            title="Status Shift",
            container_title="Europe-Asia Studies",
            author=(CitedName(family="Blauvelt", given="Timothy K."),),
            issued="2009-06",
            volume="61",
        ),
    )


@pytest.mark.parametrize("text", ["@book{a}", "3", '["a"]'])
def test_what_is_no_csl_is_told(text: str) -> None:
    with pytest.raises(CslError):
        read_csl(text)


def test_names_of_works_come_back_as_they_were() -> None:
    names = (*WORK.author, *WORK.editor)
    assert names_read(names_written(names), names) == names
    assert names_read("Gati, Charles\r\n\r\nThe  Institute", ()) == (
        CitedName(family="Gati", given="Charles"),
        CitedName(literal="The Institute"),
    )

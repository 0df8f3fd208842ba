"""The tables: kinds, media, roles, relations, versions. Every row has both labels, and a slip is answered with help."""

import re
from collections.abc import Callable

import pytest

from sourcebook.vocabulary import kinds, media, relations, roles, versions
from sourcebook.vocabulary.errors import VocabularyError

CYRILLIC = re.compile(r"[А-Яа-яё]")

LABELS: list[tuple[str, Callable[[str], str]]] = [
    *((code, lambda language, c=code: roles.role_label(c, language)) for code in roles.ROLES),
    *((code, lambda language, c=code: relations.relation_label(c, language)) for code in relations.RELATIONS),
    *((kind, lambda language, k=kind: kinds.label(k, language)) for kind in kinds.KINDS),
    *((kind, lambda language, k=kind: kinds.label(k, language, plural=True)) for kind in kinds.KINDS),
    *((medium, lambda language, m=medium: media.label(m, language)) for medium in media.MEDIA),
    *((kind, lambda language, k=kind: versions.label(k, language)) for kind in versions.VERSION_KINDS),
]


@pytest.mark.parametrize(("code", "label"), LABELS)
def test_every_word_has_a_label_in_both_languages(code: str, label: Callable[[str], str]) -> None:
    assert not CYRILLIC.search(label("en"))
    assert CYRILLIC.search(label("ru"))
    assert label("ru-RU") == label("ru")


@pytest.mark.parametrize(
    ("ask", "nearest"),
    [
        (lambda: roles.role_label("autor", "en"), "author"),
        (lambda: roles.role_label("Photograper", "en"), "photographer"),
        (lambda: relations.inverse("leads_to"), "led_to"),
        (lambda: kinds.folder("organization"), "organisation"),  # type: ignore[arg-type]
        (lambda: media.tab("images"), "image"),  # type: ignore[arg-type]
        (lambda: versions.label("translations", "en"), "translation"),  # type: ignore[arg-type]
        (lambda: roles.role_label("x" * 5_000, "en"), "did you mean"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_words(ask: Callable[[], object], nearest: str) -> None:
    with pytest.raises(VocabularyError, match=nearest):
        ask()


def test_addresses_of_kinds_and_media() -> None:
    assert {kind: kinds.folder(kind) for kind in kinds.KINDS} == {
        **{
            "archive": "",
            "year": "",
            "subject": "",
            "theme": "themes",
            "source": "sources",
            "person": "people",
        },
        **{"organisation": "organisations", "place": "places", "event": "events", "term": "glossary"},
    }
    assert [media.tab(medium) for medium in media.MEDIA] == ["texts", "images", "audio", "video", "objects"]


@pytest.mark.parametrize(
    ("media_type", "medium"),
    [
        ("text/plain; charset=utf-8", "text"),
        ("application/tei+xml", "text"),
        ("application/pdf", "text"),
        ("image/tiff", "image"),
        ("AUDIO/flac", "audio"),
        ("application/ogg", "audio"),
        ("video/mp4", "video"),
        ("model/gltf-binary", "object"),
        ("application/zip", "object"),
        ("", "object"),
    ],
)
def test_the_medium_of_a_file(media_type: str, medium: str) -> None:
    assert media.medium_of(media_type) == medium


@pytest.mark.parametrize("code", relations.RELATIONS)
def test_a_relation_is_read_from_both_ends(code: str) -> None:
    there = relations.RELATIONS[code]
    back = relations.RELATIONS[relations.inverse(code)]
    assert back.inverse == code
    assert (back.from_kinds, back.to_kinds) == (there.to_kinds, there.from_kinds)
    assert relations.relation_label(code, "ru", inverse=True) == relations.relation_label(back.code, "ru")
    assert set(there.from_kinds) <= set(kinds.KINDS)


def test_the_ends_of_a_relation() -> None:
    assert relations.joins("led_to", "event", "event")
    assert not relations.joins("led_to", "person", "event")
    assert relations.inverse("spouse_of") == "spouse_of"


def test_marc_codes_are_three_letters_and_stand_once() -> None:
    codes = [role.marc for role in roles.ROLES.values() if role.marc]
    assert all(re.fullmatch("[a-z]{3}", code) for code in codes)
    assert len(set(codes)) == len(codes)

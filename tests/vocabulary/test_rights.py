"""Rights statements: every address and label that archives write for them."""

import pytest

from sourcebook.vocabulary.errors import VocabularyError
from sourcebook.vocabulary.rights import RIGHTS, read_rights

IN_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"
BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
MARK = "https://creativecommons.org/publicdomain/mark/1.0/"


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("http://rightsstatements.org/vocab/InC/1.0/", IN_COPYRIGHT),
        ("https://rightsstatements.org/vocab/InC/1.0", IN_COPYRIGHT),
        ("https://rightsstatements.org/page/InC/1.0/?language=en", IN_COPYRIGHT),
        ("rightsstatements.org/page/inc/1.0", IN_COPYRIGHT),
        ("In Copyright", IN_COPYRIGHT),
        ("InC", IN_COPYRIGHT),
        ("Охраняется авторским правом", IN_COPYRIGHT),
        ("No Copyright - United States", "http://rightsstatements.org/vocab/NoC-US/1.0/"),
        ("http://creativecommons.org/licenses/by-sa/4.0", BY_SA),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.ru", BY_SA),
        ("https://creativecommons.org/licenses/by-sa/4.0/legalcode", BY_SA),
        ("CC BY-SA 4.0", BY_SA),
        ("cc-by-sa-4.0", BY_SA),
        ("Attribution-ShareAlike 4.0 International", BY_SA),
        (
            "http://creativecommons.org/licenses/by-nc/3.0/us/",
            "https://creativecommons.org/licenses/by-nc/3.0/us/",
        ),
        ("CC0", CC0),
        ("CC0 1.0", CC0),
        ("https://creativecommons.org/publicdomain/zero/1.0/deed.en", CC0),
        ("Public Domain Mark 1.0", MARK),
        ("http://creativecommons.org/publicdomain/mark/1.0/", MARK),
    ],
)
def test_read(written: str, uri: str) -> None:
    assert read_rights(written).uri == uri


@pytest.mark.parametrize(
    "written",
    [
        *("", "CC BY", "all rights reserved?", "https://rightsstatements.org/vocab/XYZ/1.0/", "x" * 10_000),
        *(
            "https://creativecommons.org/licenses/by-xx/4.0/",
            "https://creativecommons.org.evil.test/licenses/by/4.0/",
        ),
        # Licences of version 4.0 have no ported forms.
        "https://creativecommons.org/licenses/by/4.0/us/",
    ],
)
def test_what_is_unknown_is_refused(written: str) -> None:
    with pytest.raises(VocabularyError, match="is no rights statement we know; give an address"):
        read_rights(written)


def test_the_statements_an_editor_chooses_from() -> None:
    assert len(RIGHTS) == 12 + 6 + 2
    for uri, statement in RIGHTS.items():
        assert statement.uri == uri
        assert read_rights(uri) == read_rights(statement.short) == read_rights(statement.english) == statement
        assert statement.label("ru") != statement.label("en")
    assert {statement.short for statement in RIGHTS.values() if statement.free} == {
        *("CC BY 4.0", "CC BY-SA 4.0", "CC0", "PDM"),
    }

"""People who may be one: named more fully in one file than in another, where nobody has said that they are."""

from collections import defaultdict
from collections.abc import Iterator

from sourcebook.ingest.personal_names import is_shorter
from sourcebook.ingest.tei.authorities import Authorities


def likely_same(authorities: Authorities) -> Iterator[tuple[str, str]]:
    """References of a shorter and the only fuller name; the names of different files are never merged unasked."""
    by_surname: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for reference, name in authorities.names_of("person").items():
        by_surname[name.split()[-1].casefold()].append((reference, name))
    for people in by_surname.values():
        for reference, name in people:
            fuller = [other for other, full in people if is_shorter(name, full)]
            if len(fuller) == 1:
                yield reference, fuller[0]

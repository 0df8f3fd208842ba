"""What a passage must have to stand for its record: the record may hold the words far apart."""

from sourcebook.search.matching import All, Bears, Best, Except, Match, Some


def any_part(match: Match) -> Match:
    """Passages with any of the words; what is excluded stays excluded."""
    match match:
        case All(of=parts) if parts:
            wanted = tuple(any_part(part) for part in parts if not isinstance(part, Except))
            barred = tuple(part for part in parts if isinstance(part, Except))
            some: Match = Some(wanted) if wanted else All(())
            return All((some, *barred)) if barred else some
        case Some(of=parts):
            return Some(tuple(any_part(part) for part in parts))
        case Best():
            return of_passages(match)
        case _:
            return match


def of_passages(match: Match) -> Match:
    """Without the ways in which a word is found by what its record bears: they tell no passage from the others."""
    match match:
        case All(of=parts):
            return All(tuple(map(of_passages, parts)))
        case Some(of=parts, least=least):
            return Some(tuple(map(of_passages, parts)), least)
        case Best(of=parts):
            own = tuple(of_passages(part) for part in parts if not _borne(part))
            return Best(own) if own else match
        case _:
            return match


def _borne(match: Match) -> bool:
    return isinstance(match, Bears) or (
        isinstance(match, All) and bool(match.of) and all(map(_borne, match.of))
    )


def excludes(match: Match) -> bool:
    """Whether anything is excluded: then a passage may match although its record does not."""
    match match:
        case Except():
            return True
        case All(of=parts) | Some(of=parts) | Best(of=parts):
            return any(excludes(part) for part in parts)
        case _:
            return False

"""What a passage must have to stand for its record: the record may hold the words far apart."""

from sourcebook.search.matching import All, Best, Except, Match, Some


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
        case Best(of=parts):
            return Best(tuple(any_part(part) for part in parts))
        case _:
            return match


def excludes(match: Match) -> bool:
    """Whether anything is excluded: then a passage may match although its record does not."""
    match match:
        case Except():
            return True
        case All(of=parts) | Some(of=parts) | Best(of=parts):
            return any(excludes(part) for part in parts)
        case _:
            return False

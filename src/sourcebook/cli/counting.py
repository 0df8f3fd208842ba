"""How many of what, as one says it."""


def counted(number: int, one: str, many: str) -> str:
    """`1 page baked`, `2 pages baked`, with the words for one and for any other number."""
    return f"{number} {one if number == 1 else many}"

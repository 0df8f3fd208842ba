"""How far two words are apart, in edits of one letter; a swap of two neighbours is one edit."""

# Folded letters of the alphabets whose words are all spelt out at one edit, first and last.
_ALPHABETS = tuple(
    "".join(map(chr, range(ord(first), ord(last) + 1)))
    for first, last in ("az", "ая", "αω", "აჰ", "աֆ", "את", "ءي")
)
_LONGEST = 24


def near(one: str, other: str, most: int) -> int | None:
    """The edits from one word to another (optimal string alignment); None where they are more than `most`."""
    # Each edit makes good for one letter that the other word lacks; most pairs are told apart so, at no cost.
    if abs(len(one) - len(other)) > most or len(set(one) - set(other)) > most:
        return None
    earlier: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, row, before = row, [i], earlier
        for j, across in enumerate(other, 1):
            cost = min(earlier[j] + 1, row[j - 1] + 1, earlier[j - 1] + (letter != across))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == across:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most and (not earlier or min(earlier) > most):
            return None
    return row[-1] if row[-1] <= most else None


def halves(word: str, distance: int) -> tuple[str, str]:
    """How a word so few edits away begins, or how it ends, read backwards: one of the two is always so for one edit
    (in words of three letters or more), for two edits mostly.
    """
    length = max(1, len(word) // (distance + 1) if distance > 1 else (len(word) - 1) // 2)
    return word[:length], word[::-1][:length]


def one_away(word: str) -> set[str] | None:
    """All that is one edit away or none, some hundreds of strings; None for long words and those of other or of mixed
    letters, of which a caller must look through the words that there are.
    """
    letters = next((one for one in _ALPHABETS if set(word) <= set(one)), "")
    if not word or not letters or len(word) > _LONGEST:
        return None
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {start + letter + end for start, end in parts for letter in letters}
    found |= {start + letter + end[1:] for start, end in parts if end for letter in letters}
    found |= {start + end[1:] for start, end in parts if end}
    found |= {start + end[1] + end[0] + end[2:] for start, end in parts if len(end) > 1}
    return found

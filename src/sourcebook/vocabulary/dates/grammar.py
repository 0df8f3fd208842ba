"""A grammar of dates as rewriting: each rule finds a run of tokens by their parts of speech and puts others in place.

The letters are those of `words` and `tokens`; P is a point, R a span, V a set of dates. The rules are tried in the
order of the table, each until it finds nothing more. A text is understood when a single date is left: no rule passes
over what it cannot use.
"""

import re
from collections.abc import Callable, Sequence

from sourcebook.vocabulary.dates import building as b
from sourcebook.vocabulary.dates import joining as j
from sourcebook.vocabulary.dates.notation import Notation
from sourcebook.vocabulary.dates.tokens import Token

Build = Callable[[Sequence[Token]], list[Token] | None]

_TABLE: tuple[tuple[str, Build], ...] = (
    # Brackets round a word of doubt say no more than the word.
    (r"[(\[][?~c]+[)\]]", j.inside),
    (r"[?~]:", j.first),
    # Days, months and seasons of a year; “14–25 February” is two days.
    (r"[nO](?:[-T&|,][nO])+M,?[Yy]G?", b.spread),
    (r"M[nO](?:[-T&|][nO])+,?[Yy]", b.spread),
    (r"[nO]M[-T&|][nO]M,?[Yy]G?|M[nO][-T&|]M[nO],?[Yy]", b.spread),
    (r"M[-T&|]M,?[Yy]G?|S[-T&|]S,?[Yy]G?", b.spread),
    (r"[nO]M,?uG?|M[nO],?u", b.day_of_double_year),
    (r"SuG?", b.season_of_double_year),
    (r"[nO]M,?[Yy]G?|M[nO],?[Yy]G?|YG?,?M[nO]|YG?,?[nO]M", b.day),
    (r"[MS],?[Yy]G?|YG?,?[MS]", b.month),
    (r"#G?", b.numeric),
    (r"uG?", b.double_year),
    # Centuries, decades, years.
    (r"[nOI]-w?(?:[nOI]C|[OI][vc]|Q)[EA]?", b.two_centuries),
    (r"[nOI]C[EA]?|[OI][vc][EA]?|Q[EA]?", b.century),
    (r"v", j.nothing),
    (r"[Yyn]-[Yyn]G?E", b.years_before_christ),
    (r"[Yyn]G?[EA]|A[Yyn]", b.year_of_era),
    (r"Y-[Dd]G?", b.decades),
    (r"DG?", b.decade),
    (r"X", b.unspecified),
    (r"Y[-T|&]n(?![MC])G?", b.abbreviated_year),
    (r"G?YG?|yG|Gy", b.year),
    (r"(?<!P)w-?P|wP|Pw", j.part),
    (r"hP", j.fraction),
    (r"[(\[]\|P[)\]]", j.inside),
    # A doubt belongs to the date after it; at the head of a range, to both its ends.
    (r"P[?~](?![PYn])", j.doubt),
    (r"(?<=[-T&B])[~c?]+P(?!-)", j.doubt),
    (r"F?P[-T]P|FP<P", j.span),
    (r"tR", j.last),
    (r"[~c?]+[PR]", j.doubt),
    (r"[RP][?~]", j.doubt),
    (r"B[PR]&[PR]", j.between),
    (r"k[PR]", j.within),
    # Bounds.
    (r">P[,&]?<P|<P[,&]?>P", j.between),
    (r"<[PR]|[PR]e", j.before),
    (r">[PR]|[PR]L", j.after),
    (r"FP|Po|P-$", j.onwards),
    (r"TP", j.until),
    (r"[~c?]+R", j.doubt),
    # Sets.
    (r"[PRV](?:,?\|[PRV]|,[PRV](?=,?[|,]))*,?\|[PRV]", j.one_of),
    # Acts: the date of making is the thing's date, whatever was copied from it or done with it later.
    (r"[mxz]&[mxz]", j.acts),
    (r"[~c?]+[mxz][PRV]|[mxz]V[?~]", j.doubt),
    (r"[(\[][mxz][PRV]?[)\]]", j.clause),
    (r"[mxz]P(?:,P)+", j.shown_in),
    (r"^x[PRV][,;]?m[PRV]", j.last),
    (r"(?<=[PRV])[,;]?[?]?x[PRV]?", j.nothing),
    (r"(?<=[PRV])[,;]?z[PRV]", j.anew),
    (r"(?:^|(?<=[,;]))m[PRV]", j.last),
    (r"^[xzl][PRV]$", j.last),
    (r"[PRV](?:[,;&][PRV])+", j.all_of),
    (r"^(?:[nO]M|M[nO]?)$", b.day_of_any_year),
)
_RULES = tuple((re.compile(pattern), build) for pattern, build in _TABLE)


def rewrite(tokens: list[Token], pattern: re.Pattern[str], build: Build) -> list[Token]:
    """Apply one rule wherever it finds its tokens, from the left, until it finds no more."""
    start = 0
    while match := pattern.search("".join(token.kind for token in tokens), start):
        put = build(tokens[match.start() : match.end()])
        if put is None:
            start = match.start() + 1
        else:
            tokens = [*tokens[: match.start()], *put, *tokens[match.end() :]]
            start = 0 if len(put) < match.end() - match.start() else match.start() + len(put)
    return tokens


def understand(tokens: list[Token]) -> Notation | None:
    """What the tokens say, or None."""
    for pattern, build in _RULES:
        tokens = rewrite(tokens, pattern, build)
    return tokens[0].date if len(tokens) == 1 else None

"""Choosing between a page and its compressed sidecars (RFC 9110, section 12.5.3)."""

from functools import lru_cache

SUFFIXES = {"br": ".br", "gzip": ".gz", "identity": ""}
"""The suffix of the file that holds each content coding, best first."""


def _quality(parameters: str) -> float:
    """The weight in `;q=0.5`: 1 when none is given, 0 when it is no number (who cannot count gets no
    surprises)."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                weight = float(value.strip())
            except ValueError:
                return 0.0
            return weight if 0 <= weight <= 1 else 0.0
    return 1.0


@lru_cache(maxsize=512)
def accepted(header: str | None) -> tuple[str, ...]:
    """The content codings a reader takes, best first; identity is always the last resort.

    Equal weights are settled by size: brotli before gzip before identity. A reader who refuses identity and
    every coding there is gets identity nevertheless: a page that can be read beats a correct 406.
    """
    if not header:
        return ("identity",)
    weights: dict[str, float] = {}
    for item in header.lower().split(","):
        coding, _, parameters = item.partition(";")
        name = coding.strip()
        weights["gzip" if name == "x-gzip" else name] = _quality(parameters)
    others = weights.get("*", 0.0)
    # Identity needs no mention to be welcome; unmentioned, it comes after all that is asked for by name.
    weights.setdefault("identity", others if "*" in weights else 0.0)
    wanted = [coding for coding in SUFFIXES if weights.get(coding, others) > 0]
    wanted.sort(key=lambda coding: -weights.get(coding, others))
    return tuple(wanted) if "identity" in wanted else (*wanted, "identity")

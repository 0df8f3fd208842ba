"""The index's own keys of records: integers, because engines group by integers best."""

from hashlib import blake2b


def key_of(identifier: str) -> int:
    """A positive integer below 2**63 for a permanent identifier, the same in every index and generation."""
    return int.from_bytes(blake2b(identifier.encode(), digest_size=8).digest(), "big") >> 1

"""Formats of abstract frameworks and theories: what solvers of argumentation read."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats import Sign
from argmap.model.document import ArgumentMap

KEPT = frozenset(
    "supports, attacks, contradictions, undercuts, undercut undercuts, contradiction undercuts, citation undercuts, "
    "linkage, forces, judgements, standards, values, weights, kinds, citations, stances, citation weights".split(", ")
)
"""The parts of a map that decide what its lines of reasons and their attacks are."""


def unseen(m: ArgumentMap) -> Iterator[str]:
    """Say of a map with citations that they count, as whoever writes a format opens no source."""
    if any(statement.citations for statement in m):
        yield (
            "every citation counts, as no source is opened to write this; "
            "argmap solve leaves out those whose passage is missing or disputed"
        )


def sign_of(data: bytes, notation: str) -> Sign:
    """Return how much of what a file holds speaks for a notation of frameworks.

    Example:
        >>> sign_of(b"p af 2", "af"), sign_of(b"p cnf 2", "apx")
        (<Sign.SURE: 3>, <Sign.POSSIBLE: 1>)
    """
    from argmap.frameworks.files import named

    return Sign.SURE if named(notation).is_meant(data.decode("utf-8-sig", "replace")) else Sign.POSSIBLE

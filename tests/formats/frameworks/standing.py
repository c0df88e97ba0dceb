"""What a theory tells of a statement's standing."""

from __future__ import annotations

from argmap.evaluation.labels import Standing
from argmap.evaluation.verdict import Verdict


def told(verdict: Verdict | None) -> str:
    """Return the standing of a statement where it is accepted or undecided; of any other, and of none, ``no``."""
    if verdict is None or verdict.standing not in (Standing.ACCEPTED, Standing.UNDECIDED):
        return "no"
    return str(verdict.standing)

"""The origin of a map that was read from tables."""

from __future__ import annotations

from attrs import evolve

from argmap.flaws import Flaws
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.text import LineIndex


def with_origin(m: ArgumentMap, flaws: Flaws, file: str, form: str) -> ArgumentMap:
    """Return a map that knows the file it was read from, and what was found there."""
    lines = LineIndex(flaws.text)
    return evolve(m, origin=Origin(file, form, lines, findings=flaws.findings(file, lines)))

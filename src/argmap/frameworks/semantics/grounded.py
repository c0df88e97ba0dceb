"""Grounded: the least complete extension (Dung 1995): what must be accepted, and nothing more.

An argument is in where all its attackers are out, and out where one of them is in; the rest is left undecided. There is
one grounded extension, found in linear time, and every complete, preferred, stable, semi-stable, ideal or eager
extension contains it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return the grounded extension of what grounded labelling leaves undecided: nothing at all."""
    del part
    yield ()


SEMANTICS = Semantics("GR", extensions, reducible=True, directional=True, least=True, single=True)

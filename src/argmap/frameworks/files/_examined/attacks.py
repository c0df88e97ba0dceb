"""Attacks as they are found, one after another."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from argmap.frameworks.files._examined.faults import Faults
from argmap.frameworks.files._gathered import gathered
from argmap.frameworks.framework import Framework
from argmap.text import Span


@define
class Attacks:
    """The attacks found so far, each once."""

    found: dict[tuple[int, int], None] = field(factory=dict)

    def add(self, source: int, target: int, span: Span, faults: Faults) -> None:
        """Take an attack down, or say that it is there already."""
        if (source, target) in self.found:
            faults.drop("an attack that stands again counts once", span)
        self.found[source, target] = None

    def among(self, names: Sequence[str]) -> Framework:
        """Return the framework of these attacks."""
        targets = [target for _, target in self.found]
        framework = gathered(names, [source for source, _ in self.found], targets)
        return framework or Framework(tuple(names), ())

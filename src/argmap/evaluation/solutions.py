"""What is found of a map on every basis: the well-founded model of each, solved when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import field, frozen

from argmap import collector
from argmap.evaluation.grounding import Grounding
from argmap.evaluation.labels import Basis
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import LIMIT
from argmap.evaluation.well_founded import well_founded


@frozen(eq=False)
class Solutions:
    """What is found of a map on each basis, when it is first asked for.

    Attributes:
        grounding: How the statements are supported.
        before: What was found when more grounds were at hand, to start from.
    """

    grounding: Grounding
    before: Solutions | None = None
    _found: dict[Basis, Solution] = field(factory=dict, init=False)

    def of(self, basis: Basis) -> Solution:
        """Return what is found on a basis."""
        if basis not in self._found:
            start = self._start(basis)
            with collector.paused():
                self._found[basis] = well_founded(self.grounding, LIMIT[basis], start)
        return self._found[basis]

    def without(self, sources: Collection[str], statements: Iterable[int] = ()) -> Solutions:
        """Drop every ground of some sources, and every ground and support of some statements.

        What is found then says what is supported and what stands; what unsupported statements lack, only if no
        statement was dropped.
        """
        return Solutions(self.grounding.without(sources, statements), self)

    def dropping(self, rules: Iterable[int]) -> Solutions:
        """Drop some rules; of what is found then, nothing can be said about uncited leaves that are granted."""
        return Solutions(self.grounding.dropping(rules), self)

    def _start(self, basis: Basis) -> Solution | None:
        """Return a solution that differs little."""
        if self.before is not None:
            return self.before.of(basis)
        if basis is Basis.CITED:
            return None
        return self.of(Basis.DECLARED if basis is Basis.GRANTED else Basis.CITED)

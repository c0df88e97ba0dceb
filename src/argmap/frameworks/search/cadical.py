"""The solver CaDiCaL 1.9.5 (Biere, Fleury & Heisinger 2021), of the package python-sat: the extra `sat`.

It is asked in slices of conflicts. Between two of them the clock is looked at, and Ctrl-C ends the program.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from pysolvers import (
    cadical195_add_cl,
    cadical195_cbudget,
    cadical195_del,
    cadical195_model,
    cadical195_new,
    cadical195_set,
    cadical195_setphases,
    cadical195_solve_lim,
)

from argmap.frameworks.search.budget import Run
from argmap.frameworks.search.solver import Solver

_FIRST_SLICE, _LONGEST = 500, 0.1
_OPTIONS = {
    "lucky": 0,  # a pass over all clauses, which would be made again at the start of each slice
    "stabilizeonly": 1,  # frameworks took half the conflicts so, whether there was anything to find or not
}


class Cadical(Solver):
    """Clauses in the memory of CaDiCaL.

    The functions of the module `pysolvers` are called directly: the classes that python-sat puts before them take
    three times as long to import as all else that a small question needs.
    """

    name = "CaDiCaL 1.9.5"

    def __init__(self, run: Run) -> None:
        """Begin without variables and clauses."""
        self._run = run
        self._slice = _FIRST_SLICE
        self._solver = cadical195_new()
        self._add = cadical195_add_cl
        for option, value in _OPTIONS.items():
            cadical195_set(self._solver, option, value)

    def __del__(self) -> None:
        """Free its memory."""
        cadical195_del(self._solver, None)

    def declare(self, last: int) -> None:
        """Take note of the variables up to the last."""
        self._add(self._solver, [last, -last])

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause."""
        self._add(self._solver, clause)

    def prefer(self, literals: Iterable[int]) -> None:
        """Ask that these be tried first, where there is a choice."""
        cadical195_setphases(self._solver, list(literals))

    def true_among(self, variables: range) -> list[int]:
        """Return the places in a range of those variables that are true, rising."""
        values = cadical195_model(self._solver)[variables.start - 1 : variables.stop - 1]
        return [place for place, literal in enumerate(values) if literal > 0]

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Look for values that make all clauses true, and the assumptions."""
        while True:
            self._run.check()
            conflicts = self._run.at_most(self._slice)
            began = time.monotonic()
            cadical195_cbudget(self._solver, conflicts)
            found = cadical195_solve_lim(self._solver, assumptions, 0)
            if found:
                return bool(found > 0)
            self._run.spend(conflicts)
            if time.monotonic() - began < _LONGEST / 2:
                self._slice *= 2

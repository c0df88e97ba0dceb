"""Both solvers of clauses: what they find makes all clauses true, and what they do not find is not there."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks.search.budget import BudgetSpentError, Run
from argmap.frameworks.search.cadical import Cadical
from argmap.frameworks.search.propagation import Propagation
from argmap.frameworks.search.solver import Solver

SIZE = 6
LITERALS = st.integers(1, SIZE).flatmap(lambda variable: st.sampled_from([variable, -variable]))
CLAUSES = st.lists(st.lists(LITERALS, min_size=1, max_size=3), max_size=25)
BOTH = pytest.mark.parametrize("made", [Propagation, Cadical])


def values(clauses: list[list[int]]) -> set[tuple[bool, ...]]:
    """Return all values of the variables that make every clause true."""
    return {
        each
        for each in product([False, True], repeat=SIZE)
        if all(any(each[abs(literal) - 1] == (literal > 0) for literal in clause) for clause in clauses)
    }


def pigeons(made: type[Solver], holes: int, run: Run) -> Solver:
    """Return a solver that is to put pigeons into holes, one more than there are."""
    solver = made(run)
    solver.new(holes * (holes + 1))
    for pigeon in range(holes + 1):
        solver.add([pigeon * holes + hole + 1 for hole in range(holes)])
    for hole in range(holes):
        for one in range(holes + 1):
            for two in range(one):
                solver.add([-(one * holes + hole + 1), -(two * holes + hole + 1)])
    return solver


@BOTH
@given(clauses=CLAUSES, assumed=st.lists(st.lists(LITERALS, max_size=3), max_size=4))
def test_solver_finds_what_there_is(made: type[Solver], clauses: list[list[int]], assumed: list[list[int]]):
    """With any assumptions, and then without, there is an answer just where values make every clause true."""
    solver = made(Run())
    solver.new(SIZE)
    for clause in clauses:
        solver.add(clause)
    for assumptions in [*assumed, []]:
        wanted = values([*clauses, *([literal] for literal in assumptions)])
        assert solver.solve(assumptions) == bool(wanted)
        if wanted:
            true = solver.true_among(range(1, SIZE + 1))
            assert tuple(place in true for place in range(SIZE)) in wanted


@BOTH
@given(clauses=CLAUSES)
def test_solver_finds_each_once_they_are_ruled_out(made: type[Solver], clauses: list[list[int]]):
    """Ruling out what was found leads through all values, also of variables in no clause, and each once."""
    solver, found = made(Run()), []
    solver.new(SIZE)
    for clause in clauses:
        solver.add(clause)
    while solver.solve():
        true = solver.true_among(range(1, SIZE + 1))
        found.append(tuple(place in true for place in range(SIZE)))
        solver.add([-variable if variable - 1 in true else variable for variable in range(1, SIZE + 1)])
    assert len(found) == len(set(found))
    assert set(found) == values(clauses)


@BOTH
def test_solver_says_no_after_many_conflicts(made: type[Solver]):
    """Six pigeons do not fit into five holes, and that takes more than a look."""
    assert not pigeons(made, 5, Run()).solve()


@BOTH
def test_solver_stops_at_its_conflicts(made: type[Solver]):
    """A budget of conflicts ends a search that would take for ever."""
    with pytest.raises(BudgetSpentError):
        pigeons(made, 14, Run(conflicts=700)).solve()


@BOTH
def test_solver_stops_at_its_time(made: type[Solver]):
    """A search ends once the clock says so."""
    with pytest.raises(BudgetSpentError):
        pigeons(made, 14, Run(ends=0.0)).solve()

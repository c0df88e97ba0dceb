"""CF2 extensions of which something is asked: candidates by a solver, and clauses learned from what is wrong with them.

Gaggl & Woltran (2013) have found what CF2 extensions are without recursion. Of a conflict-free set take away what it
attacks from another strong component, and again in what is left, until nothing goes. The set is of CF2 if nothing that
is left can be added to it without a conflict within its strong component. Where something can be, a clause says so of
all sets that take the same arguments away: it must be a member, or be attacked, or attack a member in its component.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.components import strong_components
from argmap.frameworks.search import encoding
from argmap.frameworks.search.encoding import Encoding
from argmap.frameworks.search.part import Part


def find(part: Part, literal: int) -> list[int] | None:
    """Return a CF2 extension of which a literal holds, if there is one."""
    made = encoding.conflict_free(part)
    _ask_for_naive(made)
    while (found := made.find([literal])) is not None:
        part.run.check()
        clauses = list(_learned(part, set(found)))
        if not clauses:
            return found
        for clause in clauses:
            made.solver.add(clause)
    return None


def _ask_for_naive(made: Encoding) -> None:
    """Add that each argument is a member, attacks itself, or is in conflict with a member: CF2 extensions are naive."""
    for index, attackers in made.part.each():
        if index not in attackers:
            made.solver.add([each + 1 for each in {index, *attackers, *made.part.attacked[index]}])


def _learned(part: Part, members: set[int]) -> Iterator[list[int]]:
    """Return a clause for each argument that could be added to a set within its component."""
    rounds = list(_rounds(part, members))
    last = rounds[-1][0]
    for index, home in last.items():
        attackers, attacked = part.attackers[index], part.attacked[index]
        if index in members or index in attackers:
            continue
        near = [each for each in (*attackers, *attacked) if last.get(each) == home]
        if not members.isdisjoint(near):
            continue
        rivals = {index, *attackers, *near}
        witnesses = {by for homes, gone in rounds for by in gone.get(homes[index], ())}
        yield [each + 1 for each in rivals] + [-each - 1 for each in witnesses]


def _rounds(part: Part, members: set[int]) -> Iterator[tuple[dict[int, int], dict[int, set[int]]]]:
    """Return, round by round, the component of each argument that is left, and by which members others go from each."""
    left = set(range(len(part)))
    while True:
        arcs = {index: [each for each in part.attacked[index] if each in left] for index in left}
        home = {each: number for number, group in enumerate(strong_components(left, arcs)) for each in group}
        gone: dict[int, set[int]] = {}
        for member in members:
            for target in arcs[member]:
                if home[target] != home[member] and target in left:
                    gone.setdefault(home[target], set()).add(member)
                    left.discard(target)
        yield home, gone
        if not gone:
            return

"""Preferred: the largest admissible sets (Dung 1995).

Each is complete, and each framework has one. That an argument is in all of them is found out without listing them
(Thimm, Cerutti & Vallati 2021): it is so where no admissible set is at odds with all admissible sets that hold it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from argmap.frameworks.search import encoding, maximal
from argmap.frameworks.search.budget import BudgetSpentError
from argmap.frameworks.search.encoding import Encoding
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics

_BRIEF = 2_000


def extensions(part: Part) -> Iterator[Members]:
    """Return each preferred extension once: the stable ones first, which are found faster."""
    made = encoding.admissible(part)
    for found in _stable(part):
        yield found
        made.solver.add([index + 1 for index in made.others(found)])
    for reached in maximal.each(made, made.members):
        yield [variable - 1 for variable in reached]


def find(part: Part) -> Members:
    """Return a preferred extension."""
    return _fill(_large(part), [])


def holding(part: Part, argument: int) -> Members | None:
    """Return an admissible set that holds an argument, if there is one: a preferred extension is around it."""
    return encoding.admissible(part).holding(argument)


def lacking(part: Part, argument: int) -> Members | None:
    """Return a preferred extension that lacks an argument, if there is one.

    It is filled up from an admissible set that attacks the argument. Where no admissible set does, one is looked for
    that cannot be joined with any admissible set that holds the argument.
    """
    attackers = _large(part)
    attackers.solver.add([attackers.out[argument]])
    found = attackers.find()
    return _fill(attackers, found) if found is not None else _lonely(part, argument)


def _lonely(part: Part, argument: int) -> Members | None:
    """Return a preferred extension that lacks an argument and does not attack it, if there is one.

    An admissible set is found, and one at odds with it neither way that holds the argument: the two could be joined.
    The next to be found is to be at odds with the latter, and so on. The smaller the latter, the more is learned.
    """
    rivals, holders = _large(part), encoding.admissible(part)
    holders.solver.add([argument + 1])
    holders.solver.prefer([-variable for variable in holders.members])
    while (rival := rivals.find()) is not None:
        beaten = {target for index in rival for target in part.attacked[index]}
        held = holders.find([-index - 1 for index in beaten])
        if held is None:
            return _fill(rivals, rival)
        rivals.solver.add([rivals.out[index] for index in _core(part, held, argument)])
    return None


def around(part: Part, members: Members, argument: int) -> Members:
    """Return a preferred extension around an admissible set; the set itself where it holds or attacks the argument."""
    if argument in members or not set(members).isdisjoint(part.attackers[argument]):
        return members
    return _fill(_large(part), members)


def _stable(part: Part) -> Iterator[Members]:
    """Return stable extensions until there are no more, or it takes long to find another."""
    with suppress(BudgetSpentError):
        yield from encoding.stable(Part(part.attackers, part.run.brief(_BRIEF))).antichain()


def _large(part: Part) -> Encoding:
    """Return an encoding of the admissible sets in which large ones are found first."""
    made = encoding.admissible(part)
    made.solver.prefer(made.members)
    return made


def _core(part: Part, members: Sequence[int], argument: int) -> list[int]:
    """Return an admissible set around an argument, of members of a larger one: the fewer, the more is learned."""
    known, needed, met = set(members), [argument], {argument}
    defended: set[int] = set()
    for index in needed:
        for attacker in part.attackers[index]:
            if attacker in defended:
                continue
            defended.add(attacker)
            if met.isdisjoint(part.attackers[attacker]):
                defender = next(each for each in part.attackers[attacker] if each in known)
                met.add(defender)
                needed.append(defender)
    return needed


def _fill(made: Encoding, members: Sequence[int]) -> Members:
    """Return a preferred extension around an admissible set; all clauses that are added for it stay."""
    solver = made.solver
    for index in members:
        solver.add([index + 1])
    while True:
        others = made.others(members)
        solver.add([index + 1 for index in others])
        found = made.find()
        if found is None:
            return members
        members = found
        for index in set(others).intersection(found):
            solver.add([index + 1])


SEMANTICS = Semantics("PR", extensions, find, holding, lacking, around=around, reducible=True, directional=True)

"""Lines: what each ground of a map says of some competing claims, along the rules of the evaluation.

A *line* leads from a ground to a claim by the rules that `argmap.evaluation.translation` lists: each of its steps goes
from what must hold, or must not, to what a rule concludes. It speaks *for* the claim if it passes an even number of
negations, and *against* it if it passes an odd one (signed dependencies: Kunen 1989). So a support changes nothing, an
attack and a contradiction turn a line round, an undercut speaks against what the step that it strikes at is there for,
and what answers or outweighs an objection speaks for what the objection attacks. A line may go round. What makes claims
compete leads nowhere: contradictions between them, and attacks of one on another.

A line is *direct* if its ground is the claim's own, or that of a premise of a step on the claim. It *stands* if all on
it is as the ground has it: after an even number of negations statements are accepted and steps hold, after an odd one
statements are rejected or unsupported. A cost holds until it is outweighed. What becomes of the claim where a line ends
is left aside.

All lines are followed at once, back from the claims, with one bit for each claim and all of a circle together, in time
that grows with the map alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from attrs import frozen

from argmap.components import strong_components
from argmap.evaluation.labels import FALSE, TRUE
from argmap.evaluation.program import Program
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import Demand, reason
from argmap.graph import Contradiction, Step

_NO_RULE = -1
"""Between *beaten(s)* and s, which is a matter of all rules for s."""

_Arc = tuple[int, int, int]
"""The atom that it leads to, 1 where it passes a negation or 0, and the rule."""

_Arcs = Mapping[int, list[_Arc]]
"""What leads on from each atom, and from the ground of a rule, whose number is the rule's, inverted."""

_Passes = Callable[[int, int, int], tuple[bool, bool]]
"""Tells of an atom, the parity of the negations from there to a claim, and a rule, whether a line gets there by the
rule, and whether it leads on from there."""


@frozen
class Mark:
    """What something says for, or against, one claim.

    Attributes:
        direct: A direct line says so.
        stands: Some line that says so stands.
    """

    direct: bool
    stands: bool


@frozen
class Side:
    """The claims for which, or against which, something speaks, as bits.

    Attributes:
        drawn: Those that a line leads to.
        direct: Those that a direct line leads to.
        standing: Those that a line leads to which stands.
    """

    drawn: int = 0
    direct: int = 0
    standing: int = 0

    def __or__(self, other: Side) -> Side:
        """Return what the two say together."""
        return Side(self.drawn | other.drawn, self.direct | other.direct, self.standing | other.standing)

    def at(self, claim: int) -> Mark | None:
        """Return what is said of a claim, by its number from 0; None where nothing is."""
        bit = 1 << claim
        return Mark(bool(self.direct & bit), bool(self.standing & bit)) if self.drawn & bit else None


@frozen
class Bearing:
    """What something says of competing claims.

    Attributes:
        pro: The claims that it speaks for.
        con: The claims that it speaks against; these may be the same.
    """

    pro: Side = Side()
    con: Side = Side()

    def __or__(self, other: Bearing) -> Bearing:
        """Return what the two say together."""
        return Bearing(self.pro | other.pro, self.con | other.con)


def bearings(solution: Solution, claims: Sequence[Collection[int]], others: Collection[int] = ()) -> dict[int, Bearing]:
    """Tell what each ground of a map says of some competing claims.

    Args:
        solution: What is found of the map.
        claims: The statements of each claim, by index: one, or several that are only claimed together.
        others: Statements that compete with the claims too, and are not compared.

    Returns:
        What it says by the rule of the ground, in order; those that no line leads from are left out. Of a ground that
        does not count, no line stands.
    """
    bits: dict[int, int] = {}
    for number, members in enumerate(claims):
        for member in members:
            bits[member] = bits.get(member, 0) | 1 << number
    arcs = _arcs(solution.program, bits, {*bits, *others})
    drawn = _reached(arcs, bits, lambda *_: (True, True))
    for_, against = (_reached(arcs, bits, _stands(solution, odd)) for odd in (0, 1))
    direct = _Direct(arcs, bits, {beaten: bits[at] for at, beaten in solution.program.beaten.items() if at in bits})
    return {
        ~ground: Bearing(
            Side(drawn[2 * ground], direct.to(ground, direct.held), for_[2 * ground]),
            Side(drawn[2 * ground + 1], direct.to(ground, direct.struck), against[2 * ground + 1]),
        )
        for ground in sorted((each for each in arcs if each < 0), reverse=True)
        if drawn[2 * ground] or drawn[2 * ground + 1]
    }


def _arcs(program: Program, claims: Collection[int], rivals: Collection[int]) -> _Arcs:
    """Return what leads to some claims, but for what makes them compete."""
    found: dict[int, list[_Arc]] = {}
    reached = dict.fromkeys(claims)
    todo = list(reached)
    struck = {program.beaten[rival] for rival in rivals if rival in program.beaten}
    grounds = _grounds(program)
    for head in todo:
        beaten = program.beaten.get(head)
        arcs: list[tuple[int, int, int]] = [] if beaten is None else [(beaten, 1, _NO_RULE)]
        for rule in program.rules_for[head]:
            idle = rivals if head in struck and isinstance(program.parts[rule], Step | Contradiction) else ()
            arcs += [(atom, 0, rule) for atom in program.positive[rule] or grounds(rule) if atom not in idle]
            arcs += [(atom, 1, rule) for atom in program.negative[rule] if atom != beaten]
        for atom, negation, rule in arcs:
            found.setdefault(atom, []).append((head, negation, rule))
            if atom >= 0 and atom not in reached:
                reached[atom] = None
                todo.append(atom)
    return found


def _grounds(program: Program) -> Callable[[int], tuple[int, ...]]:
    """Return what tells which ground a rule without premises begins with, inverted; a demand of a standard has none.

    A ground that outweighs something by its weight is that of the statement which it speaks for.
    """
    firsts: dict[int, int] = {}
    for rule, part in enumerate(program.parts):
        if not program.positive[rule] and not isinstance(part, Demand):
            firsts.setdefault(id(reason(part)), ~rule)

    def grounds(rule: int) -> tuple[int, ...]:
        part = program.parts[rule]
        return () if isinstance(part, Demand) else (firsts[id(reason(part))],)

    return grounds


def _reached(arcs: _Arcs, claims: Mapping[int, int], passes: _Passes) -> Mapping[int, int]:
    """Return the claims at the ends of lines, as bits, by twice the number they begin at, 1 more for odd ones."""
    following: dict[int, list[int]] = {}
    found: dict[int, int] = {}
    for atom, leading in arcs.items():
        for odd in (0, 1):
            state, on = 2 * atom + odd, list[int]()
            found[state] = 0
            for head, negation, rule in leading:
                left = odd ^ negation
                arrives, leads_on = passes(head, left, rule)
                if arrives and not left:
                    found[state] |= claims.get(head, 0)
                if arrives and leads_on and head in arcs:
                    on.append(2 * head + left)
            following[state] = on
    for component in strong_components(following, following):
        together = 0
        for state in component:
            together |= found[state]
            for each in following[state]:
                together |= found[each]
        found.update(dict.fromkeys(component, together))
    return found


def _stands(solution: Solution, odd: int) -> _Passes:
    """Return what tells where lines with an even number of negations stand, or with an odd one."""
    statements, values = solution.program.statements, solution.values

    def passes(atom: int, left: int, rule: int) -> tuple[bool, bool]:
        is_denied = odd != left
        arrives = is_denied or rule == _NO_RULE or _holds(solution, rule)
        return arrives, atom >= statements or values[atom] == (FALSE if is_denied else TRUE)

    return passes


def _holds(solution: Solution, rule: int) -> bool:
    """Tell whether what a rule is made from counts and stands; a cost does until something that stands outweighs it."""
    program, values = solution.program, solution.values
    return (
        solution.honours(rule)
        and all(values[atom] == TRUE for atom in program.positive[rule])
        and all(values[atom] == FALSE for atom in program.cuts(rule))
        and all(values[atom] != TRUE for atom in program.weighing(rule))
    )


@frozen
class _Direct:
    """The claims that lines of one or two steps lead to.

    Attributes:
        arcs: What leads to the claims.
        held: The claims, as bits, by their atoms.
        struck: The same by the atoms that say that they are beaten.
    """

    arcs: _Arcs
    held: Mapping[int, int]
    struck: Mapping[int, int]

    def to(self, ground: int, ends: Mapping[int, int]) -> int:
        """Return the claims that direct lines from a ground lead to, for them or against."""
        found = 0
        for atom in (ground, *(head for head, _, _ in self.arcs[ground])):
            for head, negation, _ in self.arcs.get(atom, ()):
                found |= 0 if negation else ends.get(head, 0)
        return found

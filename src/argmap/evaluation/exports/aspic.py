"""A map as an ASPIC+ theory: steps are defeasible rules, citations ordinary premises, attacks contraries.

==============================  =============================================================================
In the map                      In the theory
==============================  =============================================================================
a ground of s                   the ordinary premise *s*; where it can be undercut, one of its own, and a rule to *s*
a support i from P to c         the defeasible rule *i* from P to c
a single statement attacks c    it is a contrary of c
any other attack i on c         a defeasible rule *i* to *beaten: c*, which is a contrary of c
a citation against s            an ordinary premise, which is a contrary of s
s and t contradict each other   they are contradictories
an undercut of i                a contrary of the rule *i* by its name, or a rule to one
W outweighs i                   the same: what outweighs an attack undercuts it
c has a standard that demands   the ordinary premise *not met*, a contrary of c; what meets it is a contrary of that
==============================  =============================================================================

There are no strict rules and no preferences, so that every attack is a defeat: what is weighed is carried by the rules,
and nothing is left out. Grounded, complete, preferred and stable extensions agree with those of the map.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from argmap.evaluation.exports.export import named, numbered, solution_of
from argmap.evaluation.labels import Basis
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import Demand
from argmap.evaluation.verdict import Evaluation
from argmap.frameworks.structured.aspic import AspicTheory, Rule
from argmap.model.document import ArgumentMap


def to_aspic(m: ArgumentMap | Evaluation, *, basis: Basis | str | None = None) -> AspicTheory:
    """Translate a map into an ASPIC+ theory.

    Args:
        m: A map, of which every citation is an unverified ground, or an evaluation, which knows better.
        basis: Which grounds are honoured; *declared* if nothing is said, of an evaluation its own.

    Returns:
        A theory in which a statement is its id.

    Raises:
        UnknownNameError: There is no such basis.

    Example:
        >>> from argmap.model.citations import Citation
        >>> from argmap.model.relations import Relation
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=(
        ...         Statement("rain", Kind.EVIDENCE, "It rained.", citations=(Citation("rain@log", "log"),)),
        ...         Statement("cover", Kind.OBJECTION, "It is covered.", citations=(Citation("cover@plan", "plan"),)),
        ...         Statement("wet", Kind.CLAIM, "The street is wet."),
        ...     ),
        ...     relations=(Relation.make("support", ["rain"], "wet"), Relation.make("attack", ["cover"], "wet")),
        ... )
        >>> theory = to_aspic(m)
        >>> print(*theory.rules, theory.premises, theory.contraries)
        [rain -> wet] rain=>wet ('rain', 'cover') (('cover', 'wet'),)
    """
    return _Made(solution_of(m, basis)).theory()


@define(eq=False)
class _Made:
    """The parts of a theory that are made so far.

    Attributes:
        solution: What is found of the map.
        rules: The rules.
        premises: The ordinary premises.
        targets: The literals that fall where an atom holds.
        struck: What makes atoms hold: a literal and the atom.
    """

    solution: Solution
    rules: list[Rule] = field(factory=list)
    premises: dict[str, None] = field(factory=dict)
    targets: dict[int, dict[str, None]] = field(factory=dict)
    struck: list[tuple[str, int]] = field(factory=list)

    def theory(self) -> AspicTheory:
        """Make the theory of the honoured rules of the map."""
        program = self.solution.program
        honoured = [rule for rule in range(len(program.heads)) if self.solution.honours(rule)]
        possible = {program.heads[rule] for rule in honoured}
        denied = [[atom for atom in program.negative[rule] if atom in possible] for rule in honoured]
        kept = []
        for rule, atoms in zip(honoured, denied, strict=True):
            if program.heads[rule] >= program.statements and len(program.positive[rule]) == 1 and not atoms:
                self.struck.append((program.graph.ids[program.positive[rule][0]], program.heads[rule]))
            else:
                kept.append((rule, atoms))
        for (rule, atoms), name in zip(kept, numbered([self._name(rule) for rule, _ in kept]), strict=True):
            take = self._support if program.heads[rule] < program.statements else self._strike
            take(rule, atoms, name)
        contraries = ((literal, target) for literal, atom in self.struck for target in self.targets.get(atom, ()))
        return AspicTheory(
            tuple(self.rules), premises=tuple(self.premises), contraries=tuple(dict.fromkeys(contraries))
        )

    def _support(self, rule: int, denied: list[int], name: str) -> None:
        """Take up a reason for a statement."""
        program, ids = self.solution.program, self.solution.program.graph.ids
        head = program.heads[rule]
        beaten = program.beaten.get(head)
        self._fall(ids[head], (atom for atom in denied if atom == beaten))
        cuts = [atom for atom in denied if atom != beaten]
        if program.positive[rule]:
            self.rules.append(Rule(name, tuple(ids[premise] for premise in program.positive[rule]), ids[head]))
            self._fall(f"[{name}]", cuts)
        elif cuts:
            self.premises[name] = None
            self.rules.append(Rule(name, (name,), ids[head]))
            self._fall(name, cuts)
        else:
            self.premises[ids[head]] = None

    def _strike(self, rule: int, denied: list[int], name: str) -> None:
        """Take up what makes something fall, and can fall itself or needs several statements."""
        program, ids = self.solution.program, self.solution.program.graph.ids
        premises = tuple(ids[premise] for premise in program.positive[rule])
        if premises:
            literal = ": ".join(self.solution.names[program.heads[rule]])
            self.rules.append(Rule(name, premises, literal))
            self._fall(f"[{name}]", denied)
            self.struck.append((literal, program.heads[rule]))
        else:
            self.premises[name] = None
            self._fall(name, denied)
            self.struck.append((name, program.heads[rule]))

    def _fall(self, literal: str, atoms: Iterable[int]) -> None:
        """Let a literal fall where one of some atoms holds."""
        for atom in atoms:
            self.targets.setdefault(atom, {})[literal] = None

    def _name(self, rule: int) -> str:
        """Name a rule, or the premise that stands for it."""
        program, part = self.solution.program, self.solution.program.parts[rule]
        if isinstance(part, Demand):
            return f"not met: {part.statement.id}"
        return named(part, [program.graph.ids[premise] for premise in program.positive[rule]])

"""A map as an abstract framework of its statements and steps, no larger than the map: exact where nothing goes round.

Each statement is an argument, and where there are several reasons for it, each of them. A statement that others rest on
has a helper, which says that it does not hold, and attacks those. The helper is attacked by what speaks for the
statement; a reason is attacked besides by what concludes that its statement is beaten or that it is undercut. As in
`lines`, a statement that strikes alone strikes itself.

The complete extensions are the three-valued models of the completed rules (Clark 1978; Fitting 1985), which are the
stable ones where no supported statements support each other all round. Where some do, a circle could hold itself up,
and there is no such framework.
"""

from __future__ import annotations

from attrs import define, evolve, field

from argmap.components import strong_components
from argmap.errors import CircularError, TooManyError
from argmap.evaluation.exports.export import Argument, Export, named, numbered, told
from argmap.evaluation.exports.lines import Live
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import id_of
from argmap.frameworks.framework import Framework
from argmap.frameworks.structured.derivations import MOST_ATTACKS
from argmap.model.citations import Citation
from argmap.model.statements import Kind, Statement
from argmap.wording import listed


def gadget(solution: Solution, most: int) -> Export:
    """Make an abstract framework of the statements and steps of a map.

    Args:
        solution: What is found of the map on some basis.
        most: How many arguments may be made.

    Raises:
        CircularError: Supported statements support each other all round.
        TooManyError: There are more arguments, or more than a million attacks.
    """
    live = Live.of(solution)
    _refuse_circles(live)
    made = _Gadget(live)
    made.build()
    if len(made.arguments) > most:
        raise TooManyError(most, "arguments")
    names = numbered([argument.name for argument in made.arguments])
    ids = live.program.graph.ids
    questions = {s.id for s in live.program.graph.statements if s.kind is Kind.QUESTION}
    arguments_of = {
        name: (names[made.holds[index]],) if index in made.holds else ()
        for index, name in enumerate(ids)
        if name not in questions
    }
    framework = Framework(tuple(names), tuple(tuple(sorted(some)) for some in made.attackers))
    return Export(
        framework, "gadget", arguments_of, (), lambda number: evolve(made.arguments[number], name=names[number])
    )


def _refuse_circles(live: Live) -> None:
    """Raise where the live supports go round."""
    program = live.program
    following: dict[int, list[int]] = {index: [] for index in range(program.statements)}
    for rule in live.rules:
        if program.heads[rule] < program.statements:
            for premise in program.positive[rule]:
                following[premise].append(program.heads[rule])
    for component in strong_components(following, following):
        if len(component) > 1 or component[0] in following[component[0]]:
            circle = listed(sorted(program.graph.ids[index] for index in component))
            raise CircularError(
                f'{circle} support each other all round, which a gadget cannot tell from support: translate to "lines"'
            )


@define(eq=False)
class _Gadget:
    """The arguments made so far, with their attackers.

    Attributes:
        live: The rules that can apply.
        arguments: The arguments.
        attackers: Their attackers.
        holds: The argument that says that a statement holds, by its index.
        fails: The helper that says that it does not.
        of_rule: The argument that says that a rule applies.
    """

    live: Live
    arguments: list[Argument] = field(factory=list)
    attackers: list[set[int]] = field(factory=list)
    holds: dict[int, int] = field(factory=dict)
    fails: dict[int, int] = field(factory=dict)
    of_rule: dict[int, int] = field(factory=dict)

    def build(self) -> None:
        """Make the arguments, then the attacks."""
        live, program = self.live, self.live.program
        rules_for: dict[int, list[int]] = {}
        for rule in live.rules:
            if rule not in live.strikes:
                rules_for.setdefault(program.heads[rule], []).append(rule)
        rested_on = {premise for rules in rules_for.values() for rule in rules for premise in program.positive[rule]}
        for atom in sorted(rules_for):
            rules = rules_for[atom]
            if atom < program.statements:
                self._state(atom, rules, is_rested_on=atom in rested_on)
            else:
                self.of_rule.update((rule, self._add(self._application(rule))) for rule in rules)
        self._attack(rules_for)

    def _state(self, index: int, rules: list[int], *, is_rested_on: bool) -> None:
        """Make the arguments for a statement: one for it, or one for each reason and one for all, and the helper."""
        name = self.live.program.graph.ids[index]
        if len(rules) == 1:
            alone = evolve(self._application(rules[0]), name=name, statement=name)
            self.holds[index] = self.of_rule[rules[0]] = self._add(alone)
        else:
            self.holds[index] = self._add(Argument(name, f"{name} holds", name, (name,)))
            self.of_rule.update((rule, self._add(self._application(rule))) for rule in rules)
        if is_rested_on or len(rules) > 1:
            self.fails[index] = self._add(Argument(f"not {name}", f"{name} does not hold"))

    def _application(self, rule: int) -> Argument:
        """Describe the application of a rule."""
        program, ids = self.live.program, self.live.program.graph.ids
        part, head = program.parts[rule], program.heads[rule]
        premises = tuple(ids[premise] for premise in program.positive[rule])
        words = told(part, program.levels[rule])
        is_ground = isinstance(part, Citation | Statement)
        grounds, steps = ((id_of(part),), ()) if is_ground else ((), (id_of(part),))
        if head >= program.statements:
            return Argument(named(part, premises), words, None, premises, steps, grounds)
        return Argument(id_of(part), f"{ids[head]}: {words}", None, (ids[head], *premises), steps, grounds)

    def _add(self, argument: Argument) -> int:
        self.arguments.append(argument)
        self.attackers.append(set())
        return len(self.arguments) - 1

    def _attack(self, rules_for: dict[int, list[int]]) -> None:
        """Let helpers attack what rests on their statements, and what strikes attack what denies it."""
        live, program = self.live, self.live.program
        strikers: dict[int, set[int]] = {
            atom: {self.of_rule[rule] for rule in rules}
            for atom, rules in rules_for.items()
            if atom >= program.statements
        }
        for rule, premise in live.strikes.items():
            strikers.setdefault(program.heads[rule], set()).add(self.holds[premise])
        attacks = 0
        for rule, argument in self.of_rule.items():
            found = self.attackers[argument]
            found.update(self.fails[premise] for premise in program.positive[rule])
            found.update(*(strikers[atom] for atom in live.denied[rule]))
            attacks += len(found)
            if attacks > MOST_ATTACKS:
                raise TooManyError(MOST_ATTACKS, "attacks")
        for index, helper in self.fails.items():
            self.attackers[helper].update(self.of_rule[rule] for rule in rules_for[index])
            if len(rules_for[index]) > 1:
                self.attackers[self.holds[index]].add(helper)

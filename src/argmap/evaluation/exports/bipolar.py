"""A map as a bipolar framework: statements are arguments, and support makes further attacks, in one of two readings.

================  ============================  ===============================================================
Reading           *a supports b* means          So
================  ============================  ===============================================================
deductive         if a is accepted, so is b     who is attacked by b is attacked by a, and who attacks b
                                                attacks a (supported and mediated attacks)
necessary         if b is accepted, so is a     who is attacked by a is attacked by b, and who attacks a
                                                attacks b (secondary attacks)
evidential        b needs a chain to a ground   nothing; what has none neither stands nor attacks
================  ============================  ===============================================================

The first is meant where reasons are conclusive, as between premises and what follows from them; an objection to a
conclusion then refutes its premises. The second is meant where a statement cannot do without its reasons, as a plan
without its parts; of several reasons, each is needed. Maps are drawn in the third, which is argmap's own (after Oren &
Norman 2008), and `lines` and `gadget` keep to it: the other two say something else about the same drawing, and need no
grounds. The attacks are closed: they are derived along any number of supports, on either side (Cayrol &
Lagasquie-Schiex 2005, 2013; Nouioua & Risch 2011; Polberg & Oren 2014).

Bipolar frameworks know no linked premises and no attacks on supports. So statements that are linked, and a relation
that is undercut, are an argument each, which is accepted only if its statements are. A citation against a statement is
an argument, those for one are left out, and so is what is said to outweigh what.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from attrs import define, evolve, field

from argmap.errors import TooManyError
from argmap.evaluation.exports.export import Argument, Export, numbered
from argmap.evaluation.solution import Solution
from argmap.frameworks.framework import Framework
from argmap.frameworks.structured.derivations import MOST_ATTACKS
from argmap.graph import Graph, Step, Undercut
from argmap.model.citations import Citation, Stance
from argmap.model.statements import Kind
from argmap.wording import counted

DEDUCTIVE, NECESSARY = "deductive", "necessary"


@define(eq=False)
class _Bipolar:
    """The arguments of a bipolar framework.

    Attributes:
        arguments: What they are.
        implied: For each the arguments that are accepted if it is.
        attacks: Which attack which, as it is drawn.
        of_group: The argument for linked statements.
        of_id: The argument for a relation or citation, by its id.
    """

    arguments: list[Argument] = field(factory=list)
    implied: list[set[int]] = field(factory=list)
    attacks: set[tuple[int, int]] = field(factory=set)
    of_group: dict[tuple[int, ...], int] = field(factory=dict)
    of_id: dict[str, int] = field(factory=dict)

    def add(self, argument: Argument, implied: Iterable[int] = ()) -> int:
        """Add an argument that is accepted only if some others are."""
        self.arguments.append(argument)
        self.implied.append(set(implied))
        return len(self.arguments) - 1

    def group(self, premises: tuple[int, ...], ids: tuple[str, ...], place: dict[int, int]) -> int:
        """Return the argument for statements that are linked, or for the one where it is alone."""
        if len(premises) == 1:
            return place[premises[0]]
        key = tuple(sorted(premises))
        if key not in self.of_group:
            names = tuple(ids[index] for index in premises)
            told = Argument(" + ".join(names), f"{' and '.join(names)} together", None, names)
            self.of_group[key] = self.add(told, (place[index] for index in premises))
        return self.of_group[key]


def bipolar(solution: Solution, most: int, reading: str) -> Export:
    """Make an abstract framework of a map whose supports are read as deductive or as necessary.

    Args:
        solution: What is found of the map on some basis, which says what citations against statements count.
        most: How many arguments may be made.
        reading: ``deductive`` or ``necessary``.

    Raises:
        TooManyError: There are more arguments, or more than a million attacks.
    """
    graph = solution.program.graph
    made = _Bipolar()
    told = [index for index, s in enumerate(graph.statements) if s.kind is not Kind.QUESTION]
    place = {index: made.add(_statement(graph.ids[index])) for index in told}
    _relate(made, graph, place, reading)
    left_out = _strike(made, solution, place)
    if len(made.arguments) > most:
        raise TooManyError(most, "arguments")
    names = numbered([argument.name for argument in made.arguments])
    attackers: list[set[int]] = [set() for _ in names]
    for one, two in _closed(made):
        attackers[two].add(one)
    arguments_of = {graph.ids[index]: (names[number],) for index, number in place.items()}
    framework = Framework(tuple(names), tuple(tuple(sorted(some)) for some in attackers))
    tell = made.arguments
    return Export(framework, reading, arguments_of, left_out, lambda n: evolve(tell[n], name=names[n]))


def _statement(name: str) -> Argument:
    return Argument(name, f"{name} holds", name, (name,))


def _relate(made: _Bipolar, graph: Graph, place: dict[int, int], reading: str) -> None:
    """Add steps, undercuts and contradictions; what an undercut strikes at becomes an argument of its own."""
    struck = {undercut.target for undercut in graph.undercuts}
    relations: tuple[Step | Undercut, ...] = (*graph.steps, *graph.undercuts)
    for each in relations:
        ends = each.premises if isinstance(each, Undercut) else (*each.premises, each.conclusion)
        if not all(index in place for index in ends):
            continue
        start = made.group(each.premises, graph.ids, place)
        if each.relation.id in struck and each.relation.id not in made.of_id:
            names = tuple(graph.ids[index] for index in each.premises)
            told = Argument(each.relation.id, f"{each.relation.id} counts", None, names, (each.relation.id,))
            made.of_id[each.relation.id] = made.add(told, (start,))
        start = made.of_id.get(each.relation.id, start)
        if isinstance(each, Step) and each.pro:
            one, two = (start, place[each.conclusion]) if reading == DEDUCTIVE else (place[each.conclusion], start)
            made.implied[one].add(two)
        elif isinstance(each, Step):
            made.attacks.add((start, place[each.conclusion]))
    for pair in graph.contradictions:
        if pair.first in place and pair.second in place:
            one, two = place[pair.first], place[pair.second]
            made.attacks |= {(one, two), (two, one)}


def _strike(made: _Bipolar, solution: Solution, place: dict[int, int]) -> tuple[str, ...]:
    """Add citations against statements, and undercuts; tell what has no place."""
    graph = solution.program.graph
    for rule, part in enumerate(solution.program.parts):
        if isinstance(part, Citation) and part.stance is Stance.CONTRADICTS and solution.honours(rule):
            target = solution.program.struck.get(solution.program.heads[rule])
            if target is not None and part.id not in made.of_id:
                told = Argument(part.id, f"citation {part.id}", None, (), (), (part.id,))
                made.of_id[part.id] = made.add(told)
                made.attacks.add((made.of_id[part.id], place[target]))
    lost = 0
    for undercut in graph.undercuts:
        if not all(index in place for index in undercut.premises):
            continue
        if undercut.target in made.of_id:
            start = made.of_id.get(undercut.relation.id, made.group(undercut.premises, graph.ids, place))
            made.attacks.add((start, made.of_id[undercut.target]))
        else:
            lost += 1
    weighed = sum(1 for step in graph.steps if step.outweighed_by)
    standards = sum(1 for s in graph.statements if s.standard is not None)
    cited = sum(1 for s in graph.statements for c in s.citations if c.stance is Stance.SUPPORTS)
    missing = [
        (cited, "citation", "for a statement, as no argument needs a ground"),
        (lost, "undercut", "of what is no argument"),
        (weighed, "judgement", "on what outweighs an attack"),
        (standards, "proof standard", "with the weights that it compares"),
    ]
    return tuple(f"{counted(count, noun)} {why}" for count, noun, why in missing if count)


def _closed(made: _Bipolar) -> set[tuple[int, int]]:
    """Derive all attacks: what implies an attacker attacks what implies its target."""
    implying: list[list[int]] = [[] for _ in made.arguments]
    for one, some in enumerate(made.implied):
        for two in some:
            implying[two].append(one)
    above: dict[int, list[int]] = {}
    for end in {end for pair in made.attacks for end in pair}:
        found = {end: None}
        todo = [end]
        for at in todo:
            fresh = [one for one in implying[at] if one not in found]
            found.update(dict.fromkeys(fresh))
            todo += fresh
        above[end] = todo
    attacks: set[tuple[int, int]] = set()
    for one, two in made.attacks:
        if len(above[one]) * len(above[two]) <= MOST_ATTACKS:
            attacks.update(product(above[one], above[two]))
        if len(above[one]) * len(above[two]) > MOST_ATTACKS or len(attacks) > MOST_ATTACKS:
            raise TooManyError(MOST_ATTACKS, "attacks")
    return attacks

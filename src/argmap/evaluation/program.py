"""The canonical translation of a map into a normal logic program.

A statement stands if some complete, uncut line of reasons stands and nothing that stands attacks it. As rules over the
atoms *holds(s)*, *beaten(s)*, *cut(x)* and *outweighed(x)*:

=============================  =====================================================
a ground g of s                holds(s) ← not beaten(s), not cut(g)
a support i from P to c        holds(c) ← holds(P), not beaten(c), not cut(i)
an attack i from P on c        beaten(c) ← holds(P), not cut(i)
a citation g against s         beaten(s) ← not cut(g)
an undercut j from U of x      cut(x) ← holds(U), not cut(j)
s and t contradict each other  beaten(s) ← holds(t);  beaten(t) ← holds(s)
an attack i that weighs on c   beaten(c) ← holds(P), not cut(i), not outweighed(i);
                               outweighed(i) ← holds(c)
W outweighs that attack        outweighed(i) ← holds(W)
=============================  =====================================================

What speaks against a recommendation weighs, unless it is said to defeat it; what speaks against anything else beats it,
unless it is said to weigh. With nothing said, *outweighed(i) ← holds(c)* leaves the choice open: that c stands in spite
of the attack, and that it falls to it, are each a stable model, and the well-founded one decides for neither. Costs are
not refutations: practical arguments are weighed, and how is for their author to say (Gordon, Prakken & Walton 2007).

This is dialectical validity as in Carneades (Gordon & Walton 2009) with evidential support (Oren & Norman 2008): what
rests on nothing neither stands nor attacks. Read by its well-founded model, the program gives each statement the label
that the grounded semantics gives the arguments of the map (Wu, Caminada & Gabbay 2009; Caminada et al. 2015). Questions
take no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter

from attrs import field, frozen

from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade
from argmap.graph import Contradiction, Graph, Step, Undercut, strong_components
from argmap.model.citations import Citation, Stance
from argmap.model.statements import Kind, Statement

INDEPENDENT, UNVERIFIED, OWN_WORD, ASSUMED, DISPUTED, GRANTED, NEVER, DROPPED = range(8)
"""How good the ground of a rule is, best first; a rule that needs none counts as independent.

*Never* is the level of citations whose passage is missing, and of leaves that are cited; *dropped* that of citations of
a source that is left aside.
"""

LIMIT = {
    Basis.INDEPENDENT: INDEPENDENT,
    Basis.CITED: OWN_WORD,
    Basis.DECLARED: ASSUMED,
    Basis.GRANTED: GRANTED,
}
"""The last level that a basis honours."""

GRADE = (*Grade, None, None)
"""What readers call a level up to *never*."""

_LEVEL = {Grade(grade): level for level, grade in enumerate(Grade)} | {None: NEVER}


@frozen
class Outweighing:
    """A reason that outweighs an attack, in the author's judgement.

    Attributes:
        attack: The attack.
    """

    attack: Step


Part = Step | Undercut | Contradiction | Citation | Statement | Outweighing
"""What a rule was made from; a statement where it is assumed or granted."""

_Cited = tuple[int, Citation, int]

_Rule = tuple[int, tuple[int, ...], tuple[int, ...], int, Part]


@frozen(eq=False)
class Program:
    """A map as rules over numbered atoms; entry r of each list belongs to rule r.

    The atom *holds(s)* is the index of s in the graph; the others follow.

    Attributes:
        graph: The map.
        beaten: Atom *beaten(s)* by the index of s, for what is attacked.
        cut: Atom *cut(x)* by the id of x, for what is undercut.
        outweighed: Atom *outweighed(x)* by the id of x, for the attacks and citations that are weighed.
        heads: The atom that the rule concludes.
        positive: The atoms that must hold.
        negative: The atoms that must not.
        levels: From `INDEPENDENT` to `NEVER`; a basis honours those up to its `LIMIT`.
        parts: What the rule was made from.
    """

    graph: Graph
    beaten: dict[int, int] = field(repr=False)
    cut: dict[str, int] = field(repr=False)
    outweighed: dict[str, int] = field(repr=False)
    heads: tuple[int, ...] = field(repr=False)
    positive: tuple[tuple[int, ...], ...] = field(repr=False)
    negative: tuple[tuple[int, ...], ...] = field(repr=False)
    levels: tuple[int, ...] = field(repr=False)
    parts: tuple[Part, ...] = field(repr=False)

    @classmethod
    def of(cls, graph: Graph, grades: Grades | None = None) -> Program:
        """Translate a map; a citation without a grade is an unverified ground."""
        told = [s.kind is not Kind.QUESTION for s in graph.statements]
        steps = [s for s in graph.steps if told[s.conclusion] and all(told[p] for p in s.premises)]
        undercuts = [u for u in graph.undercuts if all(told[p] for p in u.premises)]
        contradictions = [c for c in graph.contradictions if told[c.first] and told[c.second]]
        citations = _citations(graph, grades or {})
        attacked = [s.conclusion for s in steps if not s.pro]
        attacked += [index for c in contradictions for index in (c.first, c.second)]
        attacked += [index for index, citation, _ in citations if citation.stance is Stance.CONTRADICTS]
        beaten = {index: atom for atom, index in enumerate(dict.fromkeys(attacked), len(graph.statements))}
        undercut = dict.fromkeys(u.target for u in undercuts)
        cut = {name: atom for atom, name in enumerate(undercut, len(graph.statements) + len(beaten))}
        weighed = [step.relation.id for step in steps if step.weighs]
        costs = [(i, c, level) for i, c, level in citations if _is_cost(c, graph.statements[i])]
        weighed += [citation.id for _, citation, _ in costs]
        before = len(graph.statements) + len(beaten) + len(cut)
        outweighed = {name: atom for atom, name in enumerate(dict.fromkeys(weighed), before)}
        literals = _Literals(beaten, cut, outweighed, {index for index, _, _ in costs})
        rules = [
            *literals.of_citations(each for each in citations if each[2] < DISPUTED),
            *literals.of_leaves(graph, citations, steps),
            *literals.of_steps(steps),
            *literals.of_undercuts(undercuts),
            *literals.of_contradictions(contradictions),
            *literals.of_weighing(steps, told),
            *literals.of_costs(costs),
            *literals.of_citations(each for each in citations if each[2] >= DISPUTED),
        ]
        return cls(graph, beaten, cut, outweighed, *(zip(*rules, strict=True) if rules else ((),) * 5))

    @property
    def statements(self) -> int:
        """Return the number of statements, which are the first atoms."""
        return len(self.graph.statements)

    @property
    def atoms(self) -> int:
        """Return the number of atoms."""
        return len(self.graph.statements) + len(self.beaten) + len(self.cut) + len(self.outweighed)

    def name(self, atom: int) -> str:
        """Return the id of a statement, or of the best citation that beats one."""
        if atom < self.statements:
            return self.graph.statements[atom].id
        return next(part.id for rule in self.rules_for[atom] if isinstance(part := self.parts[rule], Citation))

    def cuts(self, rule: int) -> tuple[int, ...]:
        """Return the atoms that say that what a rule was made from is undercut."""
        if not self.cut:
            return ()
        first = len(self.graph.statements) + len(self.beaten)
        return tuple(atom for atom in self.negative[rule] if first <= atom < first + len(self.cut))

    def weighing(self, rule: int) -> tuple[int, ...]:
        """Return the atoms that say that what a rule was made from is outweighed."""
        if not self.outweighed:
            return ()
        first = self.atoms - len(self.outweighed)
        return tuple(atom for atom in self.negative[rule] if atom >= first)

    @cached_property
    def rules_for(self) -> list[list[int]]:
        """Return the rules that conclude each atom."""
        found: list[list[int]] = [[] for _ in range(self.atoms)]
        for rule, head in enumerate(self.heads):
            found[head].append(rule)
        return found

    @cached_property
    def rules_with(self) -> list[list[int]]:
        """Return the rules in which each atom must hold."""
        return self._rules_by(self.positive)

    @cached_property
    def rules_without(self) -> list[list[int]]:
        """Return the rules in which each atom must not hold."""
        return self._rules_by(self.negative)

    def _rules_by(self, bodies: tuple[tuple[int, ...], ...]) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(self.atoms)]
        for rule, body in enumerate(bodies):
            for atom in body:
                found[atom].append(rule)
        return found

    @cached_property
    def loops(self) -> list[int]:
        """Return the number of the loop of supports that each statement lies on, counted from 1; 0 for none."""
        statements = range(len(self.graph.statements))
        following = self.conclusions
        open_premises = [0] * len(following)
        for conclusions in following:
            for conclusion in conclusions:
                open_premises[conclusion] += 1
        straight = [s for s in statements if not open_premises[s]]
        for statement in straight:
            for conclusion in following[statement]:
                open_premises[conclusion] -= 1
                if not open_premises[conclusion]:
                    straight.append(conclusion)
        loops = [0] * len(following)
        number = 0
        if len(straight) < len(following):
            for component in strong_components((s for s in statements if open_premises[s]), following):
                if len(component) > 1 or component[0] in following[component[0]]:
                    number += 1
                    for statement in component:
                        loops[statement] = number
        return loops

    @cached_property
    def conclusions(self) -> list[list[int]]:
        """Return the conclusions of the supports that each statement is a premise of."""
        heads, statements = self.heads, len(self.graph.statements)
        return [[heads[r] for r in self.rules_with[s] if heads[r] < statements] for s in range(statements)]


@frozen
class _Literals:
    """The atoms that a rule may name, and the rules by what they are made from."""

    beaten: dict[int, int]
    cut: dict[str, int]
    outweighed: dict[str, int]
    bearing_costs: set[int]

    def of_citations(self, citations: Iterable[_Cited]) -> Iterator[_Rule]:
        for index, citation, level in citations:
            if citation.stance is Stance.SUPPORTS:
                yield index, (), self.unbeaten(index) + self.uncut(citation.id), level, citation
            else:
                weighed = (self.outweighed[citation.id],) if index in self.bearing_costs else ()
                yield self.beaten[index], (), self.uncut(citation.id) + weighed, level, citation

    def of_leaves(self, graph: Graph, citations: list[_Cited], steps: list[Step]) -> Iterator[_Rule]:
        """Assume the assumptions, and grant what neither a ground nor a step supports."""
        cited = {i for i, citation, level in citations if citation.stance is Stance.SUPPORTS and level < NEVER}
        concluded = {step.conclusion for step in steps if step.pro}
        for index, statement in enumerate(graph.statements):
            if statement.kind is Kind.ASSUMPTION:
                yield index, (), self.unbeaten(index), ASSUMED, statement
            elif statement.kind is not Kind.QUESTION and index not in concluded:
                yield index, (), self.unbeaten(index), NEVER if index in cited else GRANTED, statement

    def of_steps(self, steps: list[Step]) -> Iterator[_Rule]:
        for step in steps:
            uncut = self.uncut(step.relation.id)
            if step.pro:
                yield step.conclusion, step.premises, self.unbeaten(step.conclusion) + uncut, INDEPENDENT, step
            else:
                weighed = (self.outweighed[step.relation.id],) if step.weighs else ()
                yield self.beaten[step.conclusion], step.premises, uncut + weighed, INDEPENDENT, step

    def of_undercuts(self, undercuts: list[Undercut]) -> Iterator[_Rule]:
        for undercut in undercuts:
            yield self.cut[undercut.target], undercut.premises, self.uncut(undercut.relation.id), INDEPENDENT, undercut

    def of_contradictions(self, contradictions: list[Contradiction]) -> Iterator[_Rule]:
        for pair in contradictions:
            yield self.beaten[pair.first], (pair.second,), (), INDEPENDENT, pair
            yield self.beaten[pair.second], (pair.first,), (), INDEPENDENT, pair

    def of_weighing(self, steps: list[Step], told: list[bool]) -> Iterator[_Rule]:
        for step in steps:
            if step.weighs:
                outweighed = self.outweighed[step.relation.id]
                yield outweighed, (step.conclusion,), (), INDEPENDENT, step
                for reason in step.outweighed_by:
                    if all(told[premise] for premise in reason):
                        yield outweighed, reason, (), INDEPENDENT, Outweighing(step)

    def of_costs(self, costs: list[_Cited]) -> Iterator[_Rule]:
        for index, citation, level in costs:
            yield self.outweighed[citation.id], (index,), (), level, citation

    def unbeaten(self, index: int) -> tuple[int, ...]:
        return (self.beaten[index],) if index in self.beaten else ()

    def uncut(self, name: str) -> tuple[int, ...]:
        return (self.cut[name],) if name in self.cut else ()


def _citations(graph: Graph, grades: Grades) -> list[_Cited]:
    """Return the citations for statements and the grounds against them, by the statement's index, with their level.

    The best of a statement come first. A citation that is no ground stays among those for a statement, so that it can
    be said why; against a statement it is left out.
    """
    found: list[_Cited] = []
    for index, statement in enumerate(graph.statements):
        if statement.citations and statement.kind is not Kind.QUESTION:
            graded = [(index, c, _LEVEL[grades.get(c.id, Grade.UNVERIFIED)]) for c in statement.citations]
            found += sorted(filter(_takes_part, graded), key=itemgetter(2))
    return found


def _is_cost(citation: Citation, statement: Statement) -> bool:
    """Tell whether a citation speaks against a recommendation, and so is weighed."""
    return citation.stance is Stance.CONTRADICTS and statement.kind is Kind.RECOMMENDATION


def _takes_part(cited: _Cited) -> bool:
    _, citation, level = cited
    return citation.stance is Stance.SUPPORTS or (citation.stance is Stance.CONTRADICTS and level < DISPUTED)

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
from itertools import count
from operator import itemgetter

from attrs import frozen

from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade
from argmap.graph import Contradiction, Graph, Step, Undercut
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

Rule = tuple[int, tuple[int, ...], tuple[int, ...], int, Part]
"""The atom that a rule concludes, the atoms that must hold and those that must not, its level, and its part."""

_Cited = tuple[int, Citation, int, bool]
"""A citation with its statement's index, its level, and whether it is a cost of a recommendation."""


def translate(graph: Graph, grades: Grades) -> tuple[Atoms, list[Rule]]:
    """Return the atoms and rules of a map; a citation without a grade is an unverified ground."""
    told = [s.kind is not Kind.QUESTION for s in graph.statements]
    steps = [s for s in graph.steps if told[s.conclusion] and all(told[p] for p in s.premises)]
    undercuts = [u for u in graph.undercuts if all(told[p] for p in u.premises)]
    contradictions = [c for c in graph.contradictions if told[c.first] and told[c.second]]
    citations = _citations(graph, grades)
    atoms = _atoms(graph, steps, undercuts, contradictions, citations)
    return atoms, [
        *atoms.of_citations(each for each in citations if each[2] < DISPUTED),
        *atoms.of_leaves(graph, citations, steps),
        *atoms.of_steps(steps),
        *atoms.of_undercuts(undercuts),
        *atoms.of_contradictions(contradictions),
        *atoms.of_weighing(steps, told),
        *atoms.of_citations(each for each in citations if each[2] >= DISPUTED),
    ]


def _atoms(
    graph: Graph,
    steps: list[Step],
    undercuts: list[Undercut],
    contradictions: list[Contradiction],
    citations: list[_Cited],
) -> Atoms:
    """Number what may be beaten, cut and outweighed."""
    attacked = [s.conclusion for s in steps if not s.pro]
    attacked += [index for c in contradictions for index in (c.first, c.second)]
    attacked += [index for index, citation, _, _ in citations if citation.stance is Stance.CONTRADICTS]
    weighed = [s.relation.id for s in steps if s.weighs] + [c.id for _, c, _, is_cost in citations if is_cost]
    numbers = count(len(graph.statements))
    beaten = dict(zip(dict.fromkeys(attacked), numbers, strict=False))
    cut = dict(zip(dict.fromkeys(u.target for u in undercuts), numbers, strict=False))
    return Atoms(beaten, cut, dict(zip(dict.fromkeys(weighed), numbers, strict=False)))


@frozen
class Atoms:
    """The atoms of a program beside *holds(s)*, whose number is the index of s in the graph; the others follow.

    Attributes:
        beaten: Atom *beaten(s)* by the index of s, for what is attacked.
        cut: Atom *cut(x)* by the id of x, for what is undercut.
        outweighed: Atom *outweighed(x)* by the id of x, for the attacks and citations that are weighed.
    """

    beaten: dict[int, int]
    cut: dict[str, int]
    outweighed: dict[str, int]

    def of_citations(self, citations: Iterable[_Cited]) -> Iterator[Rule]:
        """Let citations hold statements up, or beat them; a cost of a recommendation may be outweighed by it."""
        for index, citation, level, is_cost in citations:
            if citation.stance is Stance.SUPPORTS:
                yield index, (), self.unbeaten(index) + self.uncut(citation.id), level, citation
            else:
                weighed = (self.outweighed[citation.id],) if is_cost else ()
                yield self.beaten[index], (), self.uncut(citation.id) + weighed, level, citation
                if is_cost:
                    yield self.outweighed[citation.id], (index,), (), level, citation

    def of_leaves(self, graph: Graph, citations: list[_Cited], steps: list[Step]) -> Iterator[Rule]:
        """Assume the assumptions, and grant what neither a ground nor a step supports."""
        cited = {i for i, citation, level, _ in citations if citation.stance is Stance.SUPPORTS and level < NEVER}
        concluded = {step.conclusion for step in steps if step.pro}
        for index, statement in enumerate(graph.statements):
            if statement.kind is Kind.ASSUMPTION:
                yield index, (), self.unbeaten(index), ASSUMED, statement
            elif statement.kind is not Kind.QUESTION and index not in concluded:
                yield index, (), self.unbeaten(index), NEVER if index in cited else GRANTED, statement

    def of_steps(self, steps: list[Step]) -> Iterator[Rule]:
        """Let supports hold their conclusions up, and attacks beat them."""
        for step in steps:
            uncut = self.uncut(step.relation.id)
            if step.pro:
                yield step.conclusion, step.premises, self.unbeaten(step.conclusion) + uncut, INDEPENDENT, step
            else:
                weighed = (self.outweighed[step.relation.id],) if step.weighs else ()
                yield self.beaten[step.conclusion], step.premises, uncut + weighed, INDEPENDENT, step

    def of_undercuts(self, undercuts: list[Undercut]) -> Iterator[Rule]:
        """Let undercuts cut what they strike at."""
        for undercut in undercuts:
            yield self.cut[undercut.target], undercut.premises, self.uncut(undercut.relation.id), INDEPENDENT, undercut

    def of_contradictions(self, contradictions: list[Contradiction]) -> Iterator[Rule]:
        """Let each of two statements beat the other."""
        for pair in contradictions:
            yield self.beaten[pair.first], (pair.second,), (), INDEPENDENT, pair
            yield self.beaten[pair.second], (pair.first,), (), INDEPENDENT, pair

    def of_weighing(self, steps: list[Step], told: list[bool]) -> Iterator[Rule]:
        """Let the target of each attack that is weighed outweigh it, and the reasons that are said to."""
        for step in steps:
            if step.weighs:
                outweighed = self.outweighed[step.relation.id]
                yield outweighed, (step.conclusion,), (), INDEPENDENT, step
                for reason in step.outweighed_by:
                    if all(told[premise] for premise in reason):
                        yield outweighed, reason, (), INDEPENDENT, Outweighing(step)

    def unbeaten(self, index: int) -> tuple[int, ...]:
        """Return the atom that must not hold for a statement to stand, if there is one."""
        return (self.beaten[index],) if index in self.beaten else ()

    def uncut(self, name: str) -> tuple[int, ...]:
        """Return the atom that must not hold for a step or citation to count, if there is one."""
        return (self.cut[name],) if name in self.cut else ()


def _citations(graph: Graph, grades: Grades) -> list[_Cited]:
    """Return the citations for statements and the grounds against them.

    The best of a statement come first. A citation that is no ground stays among those for a statement, so that it can
    be said why; against a statement it is left out.
    """
    found: list[_Cited] = []
    for index, statement in enumerate(graph.statements):
        if statement.citations and statement.kind is not Kind.QUESTION:
            is_weighed = statement.kind is Kind.RECOMMENDATION
            graded = [
                (index, c, _LEVEL[grades.get(c.id, Grade.UNVERIFIED)], is_weighed and c.stance is Stance.CONTRADICTS)
                for c in statement.citations
            ]
            found += sorted(filter(_takes_part, graded), key=itemgetter(2))
    return found


def _takes_part(cited: _Cited) -> bool:
    _, citation, level, _ = cited
    return citation.stance is Stance.SUPPORTS or (citation.stance is Stance.CONTRADICTS and level < DISPUTED)

"""The canonical translation of a map into a normal logic program.

A statement stands if some complete, uncut line of reasons stands and nothing that stands attacks it. As rules over the
atoms *holds(s)*, *beaten(s)*, *cut(x)*, *outweighed(x)* and *met(s)*:

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
c has a standard that weighs   outweighed(i) ← holds(P), not cut(j), for each reason j from P for c that outweighs i,
                               instead of outweighed(i) ← holds(c);
                               outweighed(i) ← holds(c), holds(P), not cut(j), for each that may
                               where a weight is missing
c has one that demands         beaten(c) ← not met(c), where met(c) takes the place of outweighed(i)
c asks for a scintilla         none for beaten(c)
an audience ranks values       as under a standard for i that names some: what ranks above i outweighs it, what ranks
                               below does not, and of what is not ranked a standard decides, or it is left open
=============================  =====================================================

What speaks against a recommendation weighs, unless it is said to defeat it; what speaks against anything else beats it,
unless it is said to weigh. With nothing said, *outweighed(i) ← holds(c)* leaves the choice open: that c stands in spite
of the attack, and that it falls to it, are each a stable model, and the well-founded one decides for neither. Costs are
not refutations: practical arguments are weighed, and how is for their author to say (Gordon, Prakken & Walton 2007):
case by case, or by weights and a proof standard (`Standard`). Citations for c are reasons too, and so is an assumption,
of a weight that nobody has said.

This is dialectical validity as in Carneades (Gordon & Walton 2009) with evidential support (Oren & Norman 2008): what
rests on nothing neither stands nor attacks. Read by its well-founded model, the program gives each statement the label
that the grounded semantics gives the arguments of the map (Wu, Caminada & Gabbay 2009; Caminada et al. 2015). Questions
take no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from operator import attrgetter, itemgetter

from attrs import frozen

from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade
from argmap.graph import Contradiction, Graph, Step, Undercut
from argmap.model.citations import Citation, Stance
from argmap.model.orders import Order
from argmap.model.standards import Standard
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

GRADE: tuple[Grade | None, ...] = (*Grade, None, None)
"""What readers call a level up to *never*."""

_LEVEL = {Grade(grade): level for level, grade in enumerate(Grade)} | {None: NEVER}


@frozen
class Outweighing:
    """A reason that outweighs an attack, in the author's judgement.

    Attributes:
        attack: The attack.
    """

    attack: Step


@frozen
class Demand:
    """What a standard asks for even where nothing speaks against a statement.

    Attributes:
        statement: The statement.
    """

    statement: Statement


@frozen
class Comparison:
    """A reason for a statement that outweighs something against it, by its standard or in the eyes of an audience.

    Attributes:
        pro: The support, the citation or, where it is assumed or granted, the statement.
        con: The attack, the citation or the demand of the standard.
        statement: Index of the statement.
        is_open: Whether that is left open: it hangs on a weight that is missing, or values are not ranked.
        is_ranked: Whether the audience ranks its values above those of the other.
    """

    pro: Part
    con: Part
    statement: int
    is_open: bool
    is_ranked: bool = False


Part = Step | Undercut | Contradiction | Citation | Statement | Outweighing | Demand | Comparison
"""What a rule was made from; a statement where it is assumed or granted."""


def reason(part: Part) -> Part:
    """Return the reason that acts in a rule: in a comparison, the one that outweighs."""
    return part.pro if isinstance(part, Comparison) else part


Rule = tuple[int, tuple[int, ...], tuple[int, ...], int, Part]
"""The atom that a rule concludes, the atoms that must hold and those that must not, its level, and its part."""

_Con = tuple[int, int, Part]
"""The atom that says that something against a statement is outweighed, its level, and what it is."""

_Cited = tuple[int, Citation, int, bool]
"""A citation with its statement's index, its level, and whether it is a cost of a recommendation."""


def translate(graph: Graph, grades: Grades) -> tuple[Atoms, list[Rule]]:
    """Return the atoms and rules of a map; a citation without a grade is an unverified ground."""
    told = [s.kind is not Kind.QUESTION for s in graph.statements]
    steps = [s for s in graph.steps if told[s.conclusion] and all(told[p] for p in s.premises)]
    undercuts = [u for u in graph.undercuts if all(told[p] for p in u.premises)]
    contradictions = [c for c in graph.contradictions if told[c.first] and told[c.second]]
    standards = _standards(graph)
    citations = _citations(graph, grades, standards)
    if standards:
        lenient = {index for index, standard in standards.items() if standard is Standard.SCINTILLA}
        steps = [s for s in steps if s.pro or s.conclusion not in lenient]
        citations = [c for c in citations if c[1].stance is Stance.SUPPORTS or c[0] not in lenient]
    atoms = _atoms(graph, steps, undercuts, contradictions, citations, standards)
    rules = [
        *atoms.of_citations(each for each in citations if each[2] < DISPUTED),
        *atoms.of_leaves(graph, citations, steps),
        *atoms.of_steps(steps),
        *atoms.of_undercuts(undercuts),
        *atoms.of_contradictions(contradictions),
        *atoms.of_weighing(steps, told),
        *atoms.of_citations(each for each in citations if each[2] >= DISPUTED),
    ]
    return atoms, [*rules, *atoms.of_comparisons(graph, rules)] if standards or graph.audience else rules


def _atoms(
    graph: Graph,
    steps: list[Step],
    undercuts: list[Undercut],
    contradictions: list[Contradiction],
    citations: list[_Cited],
    standards: Mapping[int, Standard],
) -> Atoms:
    """Number what may be beaten, cut, outweighed and met."""
    attacked = [s.conclusion for s in steps if not s.pro]
    attacked += [index for c in contradictions for index in (c.first, c.second)]
    attacked += [index for index, citation, _, _ in citations if citation.stance is Stance.CONTRADICTS]
    demanding = [index for index, standard in standards.items() if standard.demands]
    attacked += demanding
    if Standard.SCINTILLA in standards.values():
        attacked = [index for index in attacked if standards.get(index) is not Standard.SCINTILLA]
    weighed = [s.relation.id for s in steps if s.weighs] + [c.id for _, c, _, is_cost in citations if is_cost]
    numbers = count(len(graph.statements))
    beaten = dict(zip(dict.fromkeys(attacked), numbers, strict=False))
    cut = dict(zip(dict.fromkeys(u.target for u in undercuts), numbers, strict=False))
    outweighed = dict(zip(dict.fromkeys(weighed), numbers, strict=False))
    compared = {index: standard for index, standard in standards.items() if standard.weighs}
    met = dict(zip(demanding, numbers, strict=False))
    return Atoms(beaten, cut, outweighed, met, compared, _overruled(graph, steps) if graph.audience else None)


@frozen
class Atoms:
    """The atoms of a program beside *holds(s)*, whose number is the index of s in the graph; the others follow.

    Attributes:
        beaten: Atom *beaten(s)* by the index of s, for what is attacked.
        cut: Atom *cut(x)* by the id of x, for what is undercut.
        outweighed: Atom *outweighed(x)* by the id of x, for the attacks and citations that are weighed.
        met: Atom *met(s)* by the index of s, for what has a standard that demands something.
        standards: The standards that weigh, by the index of their statement.
        overruled: Where there is an audience, the reasons that do not outweigh an attack in its eyes, by the attack's
            values and target.
    """

    beaten: dict[int, int]
    cut: dict[str, int]
    outweighed: dict[str, int]
    met: dict[int, int]
    standards: Mapping[int, Standard]
    overruled: Mapping[tuple[tuple[str, ...], int], frozenset[frozenset[int]]] | None = None

    def of_citations(self, citations: Iterable[_Cited]) -> Iterator[Rule]:
        """Let citations hold statements up, or beat them; a cost of a recommendation may be outweighed by it."""
        for index, citation, level, is_cost in citations:
            if citation.stance is Stance.SUPPORTS:
                yield index, (), self.unbeaten(index) + self.uncut(citation.id), level, citation
            else:
                weighed = (self.outweighed[citation.id],) if is_cost else ()
                yield self.beaten[index], (), self.uncut(citation.id) + weighed, level, citation
                if is_cost and index not in self.standards:
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
        """Let each of two statements beat the other, unless a scintilla is enough for that one."""
        for pair in contradictions:
            if pair.first in self.beaten:
                yield self.beaten[pair.first], (pair.second,), (), INDEPENDENT, pair
            if pair.second in self.beaten:
                yield self.beaten[pair.second], (pair.first,), (), INDEPENDENT, pair

    def of_weighing(self, steps: list[Step], told: list[bool]) -> Iterator[Rule]:
        """Let the target of each attack that is weighed outweigh it, and the reasons that are said to."""
        for step in steps:
            if step.weighs:
                outweighed = self.outweighed[step.relation.id]
                if not self.is_compared(step.conclusion, step):
                    yield outweighed, (step.conclusion,), (), INDEPENDENT, step
                lighter = (self.overruled or {}).get((step.relation.values, step.conclusion), ())
                for reason in step.outweighed_by:
                    if all(told[premise] for premise in reason) and frozenset(reason) not in lighter:
                        yield outweighed, reason, (), INDEPENDENT, Outweighing(step)

    def is_compared(self, index: int, con: Part) -> bool:
        """Tell whether what speaks against a statement is compared with each reason for it."""
        ranked = self.overruled is not None and isinstance(con, Step) and con.relation.values
        return index in self.standards or bool(ranked)

    def of_comparisons(self, graph: Graph, rules: Sequence[Rule]) -> Iterator[Rule]:
        """Let standards demand what they do, and hold each rule against a statement up to each that speaks for it."""
        pros: dict[int, list[Rule]] = {}
        cons: dict[int, list[_Con]] = {}
        struck = {atom: index for index, atom in self.beaten.items()}
        first = len(graph.statements) + len(self.beaten) + len(self.cut)
        for rule in rules:
            head, _, negative, level, part = rule
            if head in struck and negative and negative[-1] >= first and self.is_compared(struck[head], part):
                cons.setdefault(struck[head], []).append((negative[-1], level, part))
            elif head in self.beaten:
                pros.setdefault(head, []).append(rule)
        for index, met in self.met.items():
            demand = Demand(graph.statements[index])
            cons.setdefault(index, []).append((met, INDEPENDENT, demand))
            yield self.beaten[index], (), (met,), INDEPENDENT, demand
        for index, against in cons.items():
            for con in against:
                for pro in pros.get(index, ()):
                    yield from self._compared(graph.audience, index, pro, con)

    def _compared(self, audience: Order | None, index: int, pro: Rule, against: _Con) -> Iterator[Rule]:
        """Let a reason outweigh something against the same statement if it does, or may as far as is known."""
        _, premises, denied, level, part = pro
        atom, other, con = against
        standard, ranked = self.standards.get(index), _ranked(audience, part, con)
        does = ranked if ranked is not None or standard is None else standard.outweighs(weight_of(part), weight_of(con))
        if does is not False:
            holds = premises if does else tuple(dict.fromkeys((*premises, index)))
            uncut = tuple(each for each in denied if each != self.beaten[index])
            made = Comparison(part, con, index, is_open=not does, is_ranked=bool(ranked))
            yield atom, holds, uncut, max(level, other), made

    def unbeaten(self, index: int) -> tuple[int, ...]:
        """Return the atom that must not hold for a statement to stand, if there is one."""
        return (self.beaten[index],) if index in self.beaten else ()

    def uncut(self, name: str) -> tuple[int, ...]:
        """Return the atom that must not hold for a step or citation to count, if there is one."""
        return (self.cut[name],) if name in self.cut else ()


def _standards(graph: Graph) -> dict[int, Standard]:
    """Return the standards that are named, by the index of their statement."""
    if not any(map(attrgetter("standard"), graph.statements)):
        return {}
    told = ((index, s.standard) for index, s in enumerate(graph.statements) if s.kind is not Kind.QUESTION)
    return {index: standard for index, standard in told if standard is not None}


def _citations(graph: Graph, grades: Grades, standards: Mapping[int, Standard]) -> list[_Cited]:
    """Return the citations for statements and the grounds against them.

    The best of a statement come first. A citation that is no ground stays among those for a statement, so that it can
    be said why; against a statement it is left out.
    """
    found: list[_Cited] = []
    weighing = {index for index, standard in standards.items() if standard.weighs}
    for index, statement in enumerate(graph.statements):
        if statement.citations and statement.kind is not Kind.QUESTION:
            is_weighed = statement.kind is Kind.RECOMMENDATION or index in weighing
            graded = [
                (index, c, _LEVEL[grades.get(c.id, Grade.UNVERIFIED)], is_weighed and c.stance is Stance.CONTRADICTS)
                for c in statement.citations
            ]
            found += sorted(filter(_takes_part, graded), key=itemgetter(2))
    return found


def _ranked(audience: Order | None, pro: Part, con: Part) -> bool | None:
    """Tell whether a reason ranks above another in the eyes of an audience; None where neither does."""
    if audience is None or not isinstance(pro, Step) or not isinstance(con, Step):
        return None
    if audience.outranks(pro.relation.values, con.relation.values):
        return True
    return False if audience.outranks(con.relation.values, pro.relation.values) else None


def _overruled(graph: Graph, steps: list[Step]) -> dict[tuple[tuple[str, ...], int], frozenset[frozenset[int]]]:
    """Return the reasons for a statement that rank below an attack on it, by the attack's values and target."""
    pros: dict[int, list[Step]] = {}
    for step in steps:
        if step.pro:
            pros.setdefault(step.conclusion, []).append(step)
    cons = {(s.relation.values, s.conclusion): s for s in steps if s.weighs and s.relation.values}
    return {
        key: frozenset(
            frozenset(pro.premises) for pro in pros.get(key[1], ()) if _ranked(graph.audience, pro, con) is False
        )
        for key, con in cons.items()
    }


def id_of(part: Part) -> str:
    """Return the id of what a rule was made from, or of what is outweighed by it."""
    match part:
        case Citation() | Statement():
            return part.id
        case Outweighing():
            return part.attack.relation.id
        case Demand():
            return part.statement.id
        case Comparison():
            return id_of(part.con)
    return part.relation.id


def weight_of(part: Part) -> float | None:
    """Return the weight of a reason; None where nobody has said, and for what is assumed or granted."""
    match part:
        case Step():
            return part.relation.weight
        case Citation():
            return part.weight
        case Demand():
            return 0
    return None


def _takes_part(cited: _Cited) -> bool:
    _, citation, level, _ = cited
    return citation.stance is Stance.SUPPORTS or (citation.stance is Stance.CONTRADICTS and level < DISPUTED)

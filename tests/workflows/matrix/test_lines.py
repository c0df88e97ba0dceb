"""What each ground says of competing claims, against walks over the map as it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import FALSE, TRUE, Basis, Grade
from argmap.evaluation.solution import Solution
from argmap.graph import is_weighed
from argmap.model.citations import Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.standards import Standard
from argmap.model.statements import Kind
from argmap.workflows.matrix.lines import Bearing, Side, bearings

from ...evaluation import oracle
from ...evaluation.drawn import Graded, circles, maps, measured, trade_offs, with_grades

COMPARING = st.sampled_from([None, *(standard for standard in Standard if standard.weighs)])
Grades = Mapping[str, Grade | None]
Node = tuple[str, str]
"""A statement ("s"), or a relation, a citation or the like ("x"), by its id."""

Ways = Mapping[Node, list[tuple[Node, int]]]
"""Where one can go from a node, and whether the line is turned round (1)."""


def told(m: ArgumentMap) -> list[str]:
    """Return the statements that are no questions."""
    return [s.id for s in m.statements if s.kind is not Kind.QUESTION]


def links(m: ArgumentMap, rivals: set[str]) -> Iterator[tuple[Node, Node, int]]:
    """Go through what leads from statements and relations to others, with 1 where it turns the line round."""
    known = set(told(m))
    kinds = {s.id: s for s in m.statements}
    for a, b in opposites(m):
        if not rivals.issuperset((a, b)):
            yield ("s", a), ("s", b), 1
    for r in m.relations:
        idle = r.kind is RelationKind.CONTRADICTION or not known.issuperset(r.premises)
        if idle or (r.kind is not RelationKind.UNDERCUT and r.target not in known):
            continue
        for premise in r.premises:
            if not (r.kind is RelationKind.ATTACK and rivals.issuperset((premise, r.target))):
                yield ("s", premise), ("x", r.id), 0
        if r.kind is RelationKind.UNDERCUT:
            yield ("x", r.id), ("x", r.target), 1
            continue
        yield ("x", r.id), ("s", r.target), int(r.kind is RelationKind.ATTACK)
        if r.kind is RelationKind.ATTACK and is_weighed(r, kinds[r.target]):
            yield ("s", r.target), ("x", r.id), 1
            for reason in outweighing(r, m):
                yield ("x", f"{r.id} < {reason}"), ("x", r.id), 1
                yield from ((("s", name), ("x", f"{r.id} < {reason}"), 0) for name in reason)


def opposites(m: ArgumentMap) -> list[tuple[str, str]]:
    """Return the pairs of statements that contradict each other, both ways."""
    known, all_ids = set(told(m)), {s.id for s in m.statements}
    found = []
    for r in m.relations:
        if r.kind is RelationKind.CONTRADICTION and all_ids.issuperset((*r.premises, r.target)):
            ends = [*dict.fromkeys(r.premises), r.target]
            pairs = [(one, other) for at, one in enumerate(ends) for other in ends[at + 1 :]]
            found += [each for pair in pairs if known.issuperset(pair) for each in (pair, pair[::-1])]
    return found


def outweighing(r: Relation, m: ArgumentMap) -> list[tuple[str, ...]]:
    """Return the reasons that can outweigh an attack."""
    own, known = {*r.premises, r.target}, {s.id for s in m.statements}
    usable = [reason for reason in r.outweighed_by if known.issuperset(reason) and own.isdisjoint(reason)]
    return [reason for reason in usable if set(told(m)).issuperset(reason)]


def holding(m: ArgumentMap, basis: Basis, grades: Grades, solution: Solution) -> set[str]:
    """Return the ids of what counts, has all its premises accepted, and is not cut or outweighed."""
    program = solution.program
    known = set(told(m))
    value = {name: solution.values[at] for name, at in program.graph.index_of.items() if name in known}

    def said(atoms: dict[str, int], name: str) -> int:
        return solution.values[atoms[name]] if name in atoms else FALSE

    premises = {r.id: r.premises for r in m.relations}
    premises |= {f"{r.id} < {reason}": reason for r in m.relations for reason in r.outweighed_by}
    premises |= {c.id: () for s in m.statements for c in s.citations if oracle.counts(c, basis, grades)}
    premises |= {f"({name})": () for name in value}
    return {
        name
        for name, members in premises.items()
        if all(value.get(member) == TRUE for member in members)
        and said(program.outweighed, name) != TRUE
        and said(program.cut, name) == FALSE
    }


@frozen
class Ground:
    """Where walks begin: at a citation or an assumption, for a statement (0) or against it (1)."""

    node: Node
    statement: str
    odd: int


def grounds(m: ArgumentMap, basis: Basis, grades: Grades) -> dict[str, tuple[Ground, bool]]:
    """Return what walks may begin at or come by, by the id of the citation or statement, and whether it counts."""
    found: dict[str, tuple[Ground, bool]] = {}
    own = oracle.grounds(m, basis, grades)
    for s in m.statements:
        for c in s.citations if s.kind is not Kind.QUESTION else ():
            against = c.stance is Stance.CONTRADICTS
            counts = oracle.counts(c, basis, grades) and (against or c.stance is Stance.SUPPORTS)
            if c.stance is Stance.SUPPORTS or (against and oracle.counts(c, Basis.CITED, grades)):
                found[c.id] = Ground(("x", c.id), s.id, int(against)), counts
        if None in own[s.id]:
            found[s.id] = Ground(("x", f"({s.id})"), s.id, 0), True
    return found


def walks(start: Node, ways: Ways, ends: Collection[tuple[Node, int]] = ()) -> set[tuple[Node, int]]:
    """Return all places that can be reached, with the parity of the turns; from some of them, nobody walks on."""
    met = [(start, 0)]
    for node, turns in met:
        if (node, turns) not in ends:
            met += [each for n, turn in ways.get(node, ()) if (each := (n, turns ^ turn)) not in met]
    return set(met)


def near(m: ArgumentMap, ground: Ground, odd: int, rivals: set[str]) -> set[str]:
    """Return the statements that a ground speaks for (0) or against (1) directly."""
    own = {ground.statement} if odd == ground.odd else set()
    kind = RelationKind.ATTACK if odd else RelationKind.SUPPORT
    known, found = set(told(m)), set()
    for r in m.relations:
        if known.issuperset((*r.premises, r.target)):
            found |= {r.target} if r.kind is kind and ground.statement in r.premises else set()
    found |= {other for one, other in opposites(m) if odd and one == ground.statement}
    if odd and ground.statement in rivals:
        found -= rivals
    return own if ground.odd else own | found


def by_hand(
    m: ArgumentMap, basis: Basis, grades: Grades, solution: Solution, claims: list[str], others: list[str]
) -> dict[str, Bearing]:
    """Tell what each ground that counts says of some claims, by the id of its citation or statement."""
    rivals = {*claims, *others}
    ways: dict[Node, list[tuple[Node, int]]] = {}
    for one, other, turn in links(m, rivals):
        ways.setdefault(one, []).append((other, turn))
    begins = grounds(m, basis, grades)
    ways |= {ground.node: [(("s", ground.statement), ground.odd)] for ground, _ in begins.values()}
    holds = holding(m, basis, grades, solution)
    value = {name: solution.values[at] for name, at in solution.program.graph.index_of.items()}
    closed = {(("s", name), odd) for name in value for odd in (0, 1) if value[name] != (TRUE, FALSE)[odd]}
    closed |= {
        (node, 0) for node in [*ways, *(("x", r.id) for r in m.relations)] if node[0] == "x" and node[1] not in holds
    }
    found = {}
    for name, (ground, counts) in begins.items():
        reached = (walks(ground.node, ways), walks(ground.node, ways, closed))
        ends = [[{n for (what, n), turns in w if what == "s" and turns == odd} for odd in (0, 1)] for w in reached]
        drawn, standing = ([bits(claims, names) for names in sides] for sides in ends)
        if counts and any(drawn):
            direct = [bits(claims, near(m, ground, odd, rivals)) for odd in (0, 1)]
            found[name] = Bearing(*(Side(*each) for each in zip(drawn, direct, standing, strict=True)))
    return found


def bits(claims: list[str], names: Collection[str]) -> int:
    """Return the claims that are among some names, as bits."""
    return sum(1 << at for at, claim in enumerate(claims) if claim in names)


def as_told(solution: Solution, claims: list[str], others: list[str]) -> dict[str, Bearing]:
    """Return what grounds that count say of claims, by the id of the citation or statement."""
    program = solution.program
    index_of = program.graph.index_of
    found = bearings(solution, [[index_of[claim]] for claim in claims], [index_of[name] for name in others])
    return {program.parts[rule].id: bearing for rule, bearing in found.items() if solution.honours(rule)}


@given(
    case=with_grades(maps(standards=False) | circles() | trade_offs(standards=False)),
    basis=st.sampled_from(Basis),
    data=st.data(),
)
def test_lines_are_the_walks_that_lead_from_a_ground_to_a_claim(
    case: Graded, basis: Basis, data: st.DataObject
) -> None:
    """Whom a ground speaks for and against, directly and by lines that stand, is what walks over the map come to."""
    m, grades = case
    if not told(m):
        return
    named = data.draw(st.lists(st.sampled_from(told(m)), min_size=1, max_size=5, unique=True))
    claims, others = named[:3], named[3:]
    solution = evaluate(m, grades, basis).solution
    assert as_told(solution, claims, others) == by_hand(m, basis, grades, solution, claims, others)


@given(
    m=(maps(standards=False) | trade_offs(standards=False)).flatmap(lambda m: measured(m, COMPARING)),
    basis=st.sampled_from(Basis),
    data=st.data(),
)
def test_standards_draw_no_lines_and_take_none_away(m: ArgumentMap, basis: Basis, data: st.DataObject) -> None:
    """What outweighs by its weight speaks for the same claims as it does by itself; a demand says nothing."""
    if not told(m):
        return
    claims = data.draw(st.lists(st.sampled_from(told(m)), min_size=1, max_size=3, unique=True))
    plain = evolve(m, statements=tuple(evolve(s, standard=None) for s in m.statements))

    def drawn(m: ArgumentMap) -> dict[str, list[tuple[int, int]]]:
        found = as_told(evaluate(m, None, basis).solution, claims, [])
        return {name: [(side.drawn, side.direct) for side in (each.pro, each.con)] for name, each in found.items()}

    assert drawn(m) == drawn(plain)

"""Pairs of small maps at random of which the second is made of the first by a few changes, of any kind."""

from __future__ import annotations

from attrs import evolve
from hypothesis import strategies as st

from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.statements import Kind, Statement

from ..tangles import tangles


@st.composite
def variants(draw: st.DrawFn, most: int = 4) -> tuple[ArgumentMap, ArgumentMap]:
    """Draw a map without doubled ids, each of whose statements says something else, and a variant of it."""
    drawn = draw(tangles())
    statements = tuple(evolve(s, text=f"{s.id} {s.id} is {s.id}.", citations=_apart(s)) for s in drawn.statements)
    taken = {c.id for s in statements for c in s.citations}
    relations = {r.id: r for r in drawn.relations if r.id not in taken}
    first = evolve(drawn, statements=statements, relations=tuple(relations.values()), orders=())
    second = first
    for _ in range(draw(st.integers(1, most))):
        second = draw(st.sampled_from([_relation, _statement, _added, _grown, _weighed]))(draw, second)
    return first, second


def _apart(statement: Statement) -> tuple[Citation, ...]:
    return tuple({citation.id: citation for citation in statement.citations}.values())


def _relation(draw, m):
    """Take a relation away, or turn it round."""
    if not m.relations:
        return m
    gone = draw(st.sampled_from(m.relations))
    rest = tuple(r for r in m.relations if r is not gone)
    if gone.is_step and draw(st.booleans()):
        kind = RelationKind.ATTACK if gone.kind is RelationKind.SUPPORT else RelationKind.SUPPORT
        turned = evolve(gone, kind=kind, force=None, outweighed_by=())
        return evolve(m, relations=(*rest, turned))
    return evolve(m, relations=rest)


def _statement(draw, m):
    """Take a statement away, or change its kind or its citations."""
    changed = draw(st.sampled_from(m.statements))
    what = draw(st.sampled_from(["gone", "kind", "cited", "uncited"]))
    made = {
        "gone": (),
        "kind": (evolve(changed, kind=draw(st.sampled_from(Kind))),),
        "cited": (
            evolve(changed, citations=(Citation(f"{changed.id}@far!", "far", stance=draw(st.sampled_from(Stance))),)),
        ),
        "uncited": (evolve(changed, citations=()),),
    }[what]
    if what == "gone" and len(m.statements) == 1:
        return m
    return evolve(m, statements=tuple(each for s in m.statements for each in (made if s is changed else (s,))))


def _added(draw, m):
    """Add a relation."""
    names = st.sampled_from([s.id for s in m.statements])
    kind = draw(st.sampled_from([RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONTRADICTION]))
    new = Relation.make(kind, draw(st.lists(names, min_size=1, max_size=2, unique=True)), draw(names))
    return m if new.id in {r.id for r in m.relations} else evolve(m, relations=(*m.relations, new))


def _grown(draw, m):
    """Add a statement that bears on another."""
    name = f"n{len(m.statements)}"
    if name in m:
        return m
    kind = draw(st.sampled_from([RelationKind.SUPPORT, RelationKind.ATTACK]))
    new = Statement(name, Kind.CLAIM, f"Something of {name} else.", citations=(Citation(f"{name}@far", "far"),))
    relation = Relation.make(kind, [name], draw(st.sampled_from([s.id for s in m.statements])))
    return evolve(m, statements=(*m.statements, new), relations=(*m.relations, relation))


def _weighed(draw, m):
    """Say otherwise how an attack weighs."""
    attacks = [r for r in m.relations if r.kind is RelationKind.ATTACK]
    if not attacks:
        return m
    changed = draw(st.sampled_from(attacks))
    other = evolve(changed, force=draw(st.sampled_from([None, *Force])), outweighed_by=())
    return evolve(m, relations=tuple(other if r is changed else r for r in m.relations))

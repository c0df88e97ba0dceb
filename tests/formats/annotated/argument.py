"""What annotated texts can hold of a map, for the tests of all such formats."""

from __future__ import annotations

from attrs import evolve

from argmap.model.relations import Force


def plain(m):
    """Return a map as a file may hold it: no statement twice, no text that is only zero bytes, nothing of its own."""
    relations = tuple({r.id: r for r in reversed(m.relations)}.values())[::-1]
    statements = tuple(evolve(s, text=s.text.replace("\0", " ").strip() or "x") for s in m)
    return evolve(m, texts={}, annex={}, statements=statements, relations=relations)


def essence(m):
    """Return what annotations hold of a map: statements by their place in order, and what stands between them."""
    number = {s.id: i for i, s in enumerate(m)}
    relations = sorted(
        (str(r.kind), number[r.premises[0]], number[r.target], r.kind == "attack" and r.force is Force.WEIGHS)
        for r in m.relations
        if len(r.premises) == 1 and r.premises[0] in number and r.target in number
    )
    return [(s.kind, s.text.split()) for s in m], relations

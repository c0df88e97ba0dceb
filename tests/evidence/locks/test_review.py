"""Reviews: what is suspect after a change is exactly what rests on it."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.locks.review import Fingerprints, suspects
from argmap.evidence.passages.resolve import resolve
from argmap.graph import Graph
from argmap.model.citations import Citation, Selector
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement

TEXT = "It rained all night. The wind was strong."
SOURCES = {"log": Source("log")}


def fingerprints(m, text=TEXT):
    """Return the fingerprints of a map whose citations are of one text."""
    texts = {"log": text}
    return Fingerprints.of(Graph.of(m), SOURCES, texts, resolve(m, SOURCES, texts))


def reviewed(now):
    """Return the reviews of all statements as they are."""
    return {name: (now.own[name], now.cone[name]) for name in now.own}


def downstream(m, start):
    """Return a statement and all that rests on it, by following relations one by one."""
    targets = {r.id: r.target for r in m.relations} | {c.id: s.id for s in m for c in s.citations}
    found = {start}
    while True:
        more = set()
        for relation in m.relations:
            ends = {relation.target}
            if relation.kind is RelationKind.CONTRADICTION and relation.target in found:
                more |= set(relation.premises)
            if found & {*relation.premises, *(name for reason in relation.outweighed_by for name in reason)}:
                while ends & targets.keys():
                    ends = {targets.get(end, end) for end in ends}
                more |= ends
        if more <= found:
            return found
        found |= more


@st.composite
def maps(draw):
    """Draw small maps of steps, contradictions and undercuts, circles included."""
    names = [f"s{i}" for i in range(draw(st.integers(2, 7)))]
    statements = tuple(
        Statement(
            name,
            Kind.CLAIM,
            f"Text of {name}.",
            citations=(Citation(f"{name}@log", "log", Selector("rained all")),) if draw(st.booleans()) else (),
        )
        for name in names
    )
    one = st.sampled_from(names)
    kinds = st.sampled_from(["support", "attack", "contradiction"])
    steps = {
        made.id: made
        for kind, sources, target in draw(
            st.lists(st.tuples(kinds, st.lists(one, min_size=1, max_size=2), one), max_size=8)
        )
        if (made := Relation.make(kind, sources, target))
        and target not in sources
        and len(set(sources)) == len(sources)
    }
    for attack in [made for made in steps.values() if made.kind is RelationKind.ATTACK]:
        others = [name for name in names if name not in (*attack.premises, attack.target)]
        if others and draw(st.booleans()):
            reason = tuple(draw(st.lists(st.sampled_from(others), min_size=1, max_size=2)))
            steps[attack.id] = evolve(attack, outweighed_by=(reason,))
    cut = [*(r.id for r in steps.values() if r.is_step), *(c.id for s in statements for c in s.citations)]
    if cut:
        for source, target in draw(st.lists(st.tuples(one, st.sampled_from(cut)), max_size=3)):
            made = Relation.make("undercut", [source], target)
            steps[made.id] = made
    return ArgumentMap(statements=statements, relations=tuple(steps.values()))


@given(maps(), st.data())
def test_suspect_is_what_rests_on_a_reworded_statement(m, data):
    """After one statement is reworded, it and exactly what is downstream of it are suspect."""
    known = reviewed(fingerprints(m))
    changed = data.draw(st.sampled_from([s.id for s in m]))
    after = evolve(m, statements=tuple(evolve(s, text="Other.") if s.id == changed else s for s in m))
    assert set(suspects(fingerprints(after), known)) == downstream(m, changed)


def test_suspect_is_what_a_judgement_is_changed_on():
    """After another reason is said to outweigh an objection, what the objection is against is suspect."""
    attack = Relation.make("attack", ["o"], "r")
    statements = tuple(Statement(name, Kind.CLAIM, "Text.") for name in "orp")
    known = reviewed(fingerprints(ArgumentMap(statements=statements, relations=(attack,))))
    judged = ArgumentMap(statements=statements, relations=(evolve(attack, outweighed_by=(("p",),)),))
    assert suspects(fingerprints(judged), known) == {"r": ("r",)}


@given(maps())
def test_suspect_is_what_rests_on_a_revised_passage(m):
    """After a cited passage is revised, exactly what cites it, and what is downstream of that, is suspect."""
    known = reviewed(fingerprints(m))
    now = fingerprints(m, TEXT.replace("rained all", "hardly rained"))
    wanted = set().union(*(downstream(m, s.id) for s in m if s.citations))
    assert set(suspects(now, known)) == wanted


@given(maps())
def test_nothing_is_suspect_after_a_change_elsewhere(m):
    """A change of the source outside the passages leaves everything as reviewed."""
    known = reviewed(fingerprints(m))
    assert suspects(fingerprints(m, TEXT.replace("strong", "weak")), known) == {}


@given(maps(), st.data())
def test_review_settles_a_statement_alone(m, data):
    """A statement that is reviewed again is no longer suspect, and the others that were still are."""
    known = reviewed(fingerprints(m))
    changed = data.draw(st.sampled_from([s.id for s in m]))
    after = evolve(m, statements=tuple(evolve(s, text="Other.") if s.id == changed else s for s in m))
    now = fingerprints(after)
    again = data.draw(st.sampled_from(sorted(suspects(now, known))))
    settled = known | {again: (now.own[again], now.cone[again])}
    assert set(suspects(now, settled)) == set(suspects(now, known)) - {again}

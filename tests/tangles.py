"""Small maps at random in which everything may bear on everything, for what must hold of every map."""

from __future__ import annotations

from attrs import evolve
from hypothesis import strategies as st

from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.critique import Answer, Filling, Waiver
from argmap.model.document import ArgumentMap, Group
from argmap.model.orders import Order
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement

TEXTS = {"s": "One two one. Three are not 4.\n\nFive of 6 came.", "t": "One two one."}
"""The texts of the sources that are at hand; *far* has a record without a text, and *nowhere* has none."""

_RARELY = 7
_KINDS = st.sampled_from([Kind.CLAIM] * 9 + [Kind.RECOMMENDATION] * 3 + list(Kind))
_RELATIONS = st.sampled_from([RelationKind.SUPPORT] * 5 + [RelationKind.ATTACK, *RelationKind])
_WORDS = st.sampled_from(["A.", "B: one & two", "About 4 of 6 may not come", "Why?", "<b>\u202e x"])
_SELECTORS = st.sampled_from(
    [None, *map(Selector, ("one two", "Three … 4", "two … one", "gone", "five of 7 came")), Selector("one", 2)]
)
_STANCES = st.sampled_from([Stance.SUPPORTS] * 3 + list(Stance))
_VALUES = st.lists(st.sampled_from("xyz"), max_size=2).map(tuple)
_CREDENCES = st.sampled_from([None, None, 0.0, 0.2, 0.8, 1.0])
_WEIGHTS = st.sampled_from([None, None, 0.1, 0.3, 0.6, 1.0])
_STANDARDS = st.sampled_from([None] * 6 + list(Standard))
_SCHEMES = st.sampled_from(
    [None] * 6 + ["example", "Expert Opinion", "expert-opinion", "exprt-opinion", "alternatives", "source-bias", "own"]
)
_ROLES = st.sampled_from(["case", "source", "field", "options", "unheard-of"])
_QUESTIONS = st.sampled_from(["typical", "counter-instances", "biased", "evidence", "unheard-of"])
_ORDERS = (Order("o", (("x", "y", "z"),)), Order("p", (("z", "x"), ("x", "z"))))
_SOURCES = st.sampled_from(["s", "t", "far", "nowhere"])


@st.composite
def tangles(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map of up to seven statements, few of them with grounds.

    Circles, linked and mixed support, undercuts of every kind of relation and of citations, contradictions, relations
    of a statement to itself, relations told twice, sections in a ring, ids and sources that name nothing: all are
    frequent.
    """
    names = "abcdefg"[: draw(st.integers(1, 7))]
    statements = tuple(_statement(draw, name) for name in names)
    ends = st.sampled_from([*names] * _RARELY + ["ghost"])
    groups = st.lists(ends, min_size=1, max_size=draw(st.integers(1, 3)))
    relations = [
        Relation.make(draw(_RELATIONS), draw(groups), draw(ends), draw(_SCHEMES))
        for _ in range(draw(st.integers(0, 12)))
    ]
    struck = st.sampled_from(
        [*(r.id for r in relations), *(c.id for s in statements for c in s.citations), "a", "ghost"]
    )
    relations = [evolve(r, target=draw(struck)) if r.kind is RelationKind.UNDERCUT else r for r in relations]
    weights = st.tuples(st.sampled_from([None, None, *Force]), st.lists(groups.map(tuple), max_size=2))
    relations = [_weighing(r, *draw(weights)) if r.kind is RelationKind.ATTACK else r for r in relations]
    relations = [evolve(r, values=draw(_VALUES), weight=draw(_WEIGHTS)) if r.is_step else r for r in relations]
    relations = [_critical(draw, r, groups.map(tuple)) if r.scheme and draw(st.booleans()) else r for r in relations]
    if relations:
        again = draw(st.lists(st.sampled_from(relations), max_size=2))
        relations += [evolve(r, id=r.id + draw(st.sampled_from(["", " #2"]))) for r in again]
    return ArgumentMap(
        about=draw(st.sampled_from([None, "s", "nowhere"])),
        groups=(
            Group("g", "Group", draw(st.sampled_from([None, None, "h"]))),
            Group("h", "Inner", draw(st.sampled_from([None, "g", "h", "unknown"]))),
        ),
        statements=statements,
        relations=tuple(relations),
        sources=(Source("s", text="seeds/s.txt"),) if draw(st.booleans()) else (),
        orders=draw(st.sampled_from([(), _ORDERS])),
    )


def _statement(draw: st.DrawFn, name: str) -> Statement:
    cited = draw(st.lists(_SOURCES, max_size=2)) if draw(st.integers(0, 3)) == 0 else []
    passages = tuple(Passage(draw(_SOURCES), draw(_SELECTORS)) for _ in range(draw(st.integers(0, 1))))
    same = passages if draw(st.integers(0, 3)) == 0 else ()
    same_sources = {passage.source for passage in same}
    found = [(p.source, p.selector, Stance.SUPPORTS) for p in same]
    found += [(source, draw(_SELECTORS), draw(_STANCES)) for source in cited]
    return Statement(
        name,
        draw(_KINDS),
        draw(_WORDS),
        group=draw(st.sampled_from([None, None, "g", "h", "unknown"])),
        passages=passages,
        citations=tuple(
            Citation(
                f"{name}@{source}{f' #{number + 1}' * bool(number)}", source, selector, stance=stance, weight=weight
            )
            for number, (source, selector, stance) in enumerate(found)
            for weight in [None if source in same_sources else draw(_WEIGHTS)]
        ),
        tags=("x",) if draw(st.booleans()) else (),
        standard=draw(_STANDARDS),
        credence=draw(_CREDENCES),
    )


def _critical(draw: st.DrawFn, relation: Relation, groups: st.SearchStrategy[tuple[str, ...]]) -> Relation:
    """Say something of the roles and the critical questions of a relation."""
    roles = draw(st.dictionaries(_ROLES, st.just(relation.premises) | groups, max_size=2))
    answers = draw(st.dictionaries(_QUESTIONS, st.lists(groups, min_size=1, max_size=2).map(tuple), max_size=2))
    waives = draw(st.dictionaries(_QUESTIONS, st.sampled_from(["", "Nobody knows."]), max_size=1))
    return evolve(
        relation,
        roles=tuple(Filling(*each) for each in roles.items()),
        answers=tuple(Answer(*each) for each in answers.items()),
        waives=tuple(Waiver(*each) for each in waives.items()),
        raises=draw(_QUESTIONS) if relation.kind is RelationKind.UNDERCUT else None,
    )


def _weighing(attack: Relation, force: Force | None, reasons: list[tuple[str, ...]]) -> Relation:
    """Say how an attack weighs; what defeats is outweighed by nothing."""
    return evolve(attack, force=force, outweighed_by=() if force is Force.DEFEATS else tuple(reasons))

"""Maps for tests: a notation of one line each, and maps at random."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from attrs import evolve
from hypothesis import strategies as st

from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Grade
from argmap.model.citations import Citation, Selector, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Force, Relation
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement

Graded = tuple[ArgumentMap, Grades]

_ARROWS = {" -> ": "support", " -| ": "attack", " -x ": "undercut", " >< ": "contradiction"}


def drawn(text: str) -> ArgumentMap:
    """Read a map: ``P: s1`` cites, ``P: not s1`` cites against, ``P: assumed`` and other kinds, ``A + B -> C`` relates.

    Statements come in the order in which they are named. An undercut is written ``U -x (A -> C)`` or ``U -x P@s1``.
    After an attack, ``defeats`` and ``weighs`` say its force, and ``< A, B + C`` what outweighs it. A weight stands at
    the end of a step, ``A -> B .8``, or of a citation, ``s1 .8``, and a standard where a kind may stand.
    """
    kinds: dict[str, Kind] = {}
    citations: dict[str, list[Citation]] = {}
    standards: dict[str, Standard] = {}
    relations = []
    for line in filter(None, map(str.strip, text.splitlines())):
        arrow = re.search(r" (->|-\||-x|><) ", line)
        if arrow:
            sources = line[: arrow.start()].split(" + ")
            target, _, reasons = line[arrow.end() :].partition(" < ")
            target, measure = _weighty(target)
            target, force = _forceful(target)
            target = target.strip("()")
            weight = tuple(tuple(reason.split(" + ")) for reason in reasons.split(", ") if reason)
            relations.append(
                evolve(
                    Relation.make(_ARROWS[arrow[0]], sources, target), force=force, outweighed_by=weight, weight=measure
                )
            )
            named = sources if arrow[1] == "-x" else [*sources, target]
            for name in named:
                kinds.setdefault(name, Kind.CLAIM)
            continue
        name, _, words = line.partition(": ")
        kinds.setdefault(name, Kind.CLAIM)
        for word in words.split(", "):
            if word in ("assumed", *Kind):
                kinds[name] = Kind.ASSUMPTION if word == "assumed" else Kind(word)
            elif word in tuple(Standard):
                standards[name] = Standard(word)
            elif word:
                citations.setdefault(name, []).append(cited(name, word))
    statements = (
        Statement(name, kind, name, citations=tuple(citations.get(name, ())), standard=standards.get(name))
        for name, kind in kinds.items()
    )
    return ArgumentMap(statements=tuple(statements), relations=tuple(relations))


def _forceful(target: str) -> tuple[str, Force | None]:
    for force in Force:
        if target.endswith(f" {force}"):
            return target.removesuffix(f" {force}"), force
    return target, None


def _weighty(text: str) -> tuple[str, float | None]:
    found = re.fullmatch(r"(.*) (\.\d+|1)", text)
    return (found[1], float(found[2])) if found else (text, None)


def cited(name: str, word: str) -> Citation:
    """Make a citation, against the statement where the word begins with ``not``; ``s1*`` names a passage of s1."""
    word, weight = _weighty(word)
    source = word.removeprefix("not ")
    stance = Stance.CONTRADICTS if word.startswith("not ") else Stance.SUPPORTS
    selector = Selector("a passage") if source.endswith("*") else None
    source = source.removesuffix("*")
    return Citation(f"{name}@{source}", source, selector, stance=stance, weight=weight)


@st.composite
def maps(draw: st.DrawFn, *, attacks: bool = True, largest: int = 6, standards: bool = True) -> ArgumentMap:
    """Draw a map of up to six statements with every kind of relation; now and then an id names nothing.

    Every other map has standards and weights, unless attacks or standards are not asked for.
    """
    names = list("ABCDEFGH"[: draw(st.integers(1, largest))])
    ends = st.sampled_from(names * 6 + ["nothing"])
    groups = st.one_of(st.lists(ends, min_size=1, max_size=1), st.lists(ends, min_size=1, max_size=3))
    supporting = [(), (), ("s1",), ("s2",), ("s3",), ("s1", "s2")]
    citations = st.sampled_from([*supporting, ("not s1",), ("s3", "not s1")] if attacks else supporting)
    usual = [Kind.CLAIM] * 10 + [Kind.ASSUMPTION] * 2 + [Kind.QUESTION]
    kinds = st.sampled_from(usual + [Kind.RECOMMENDATION] * 5 if attacks else usual)
    statements = [
        Statement(name, draw(kinds), name, citations=tuple(cited(name, word) for word in draw(citations)))
        for name in names
    ]
    steps = st.sampled_from(["support", "support", "attack"] if attacks else ["support"])
    drawn_steps = draw(st.lists(st.tuples(steps, groups, ends), max_size=7))
    relations = [Relation.make(*step) for step in drawn_steps]
    relations = [draw(weighed(r, groups)) if r.kind == "attack" else r for r in relations]
    if attacks:
        targets = [r.id for r in relations] + [c.id for s in statements for c in s.citations]
        for _ in range(draw(st.integers(0, 2)) if targets else 0):
            undercut = Relation.make("undercut", draw(groups), draw(st.sampled_from(targets)))
            relations.append(undercut)
            targets.append(undercut.id)
        contradictions = draw(st.lists(st.tuples(groups, ends), max_size=1))
        relations += [Relation.make("contradiction", *ends) for ends in contradictions]
    m = ArgumentMap(statements=tuple(statements), relations=tuple(relations))
    return draw(measured(m)) if attacks and standards and draw(st.booleans()) else m


WEIGHTS = st.sampled_from([None, 0.1, 0.2, 0.3, 0.5, 0.6, 0.8, 0.9, 1.0])
STANDARDS = st.sampled_from([None, None, *Standard, Standard.PREPONDERANCE])


@st.composite
def measured(draw: st.DrawFn, m: ArgumentMap, standards: st.SearchStrategy[Standard | None] = STANDARDS) -> ArgumentMap:
    """Draw standards for the statements of a map, and weights for its reasons and citations; the same for one id."""
    weight = {name: draw(WEIGHTS) for name in dict.fromkeys([r.id for r in m.relations if r.is_step])}
    statements = [
        evolve(
            s,
            standard=draw(standards),
            citations=tuple(evolve(c, weight=draw(WEIGHTS)) for c in s.citations),
        )
        for s in m.statements
    ]
    relations = tuple(evolve(r, weight=weight.get(r.id)) for r in m.relations)
    return evolve(m, statements=tuple(statements), relations=relations)


def weighed(attack: Relation, groups: st.SearchStrategy[list[str]]) -> st.SearchStrategy[Relation]:
    """Say of an attack how it weighs, or nothing."""
    forces = st.sampled_from([None, None, None, *Force])
    reasons = st.just([]) | st.lists(groups, max_size=2)
    return st.builds(
        lambda force, given: evolve(attack, force=force, outweighed_by=tuple(map(tuple, given))), forces, reasons
    )


@st.composite
def trade_offs(draw: st.DrawFn, *, standards: bool = True) -> ArgumentMap:
    """Draw recommendations with cited reasons and costs, judgements on some of the costs, and doubts about all.

    Some have standards and weights, unless these are not asked for.
    """
    names = "RSABCD"
    sources = st.sampled_from([(), ("s1",), ("s2",), ("s3",)])
    kinds = dict.fromkeys("RS", Kind.RECOMMENDATION) | {"D": draw(st.sampled_from([Kind.ASSUMPTION, Kind.QUESTION]))}
    against = st.sampled_from([(), (), (), ("not s1",)])
    statements = [
        Statement(
            name,
            kinds.get(name, Kind.CLAIM),
            name,
            citations=tuple(cited(name, word) for word in draw(against if name in "RS" else sources)),
        )
        for name in names
    ]
    anyone = st.sampled_from(names)
    groups = st.lists(anyone, min_size=1, max_size=2)
    targets = st.sampled_from("RRRSSA")
    supports = draw(st.lists(st.tuples(groups, targets), min_size=1, max_size=3))
    relations = [Relation.make("support", *ends) for ends in supports]
    attacks = draw(st.lists(st.tuples(groups, targets), min_size=1, max_size=3, unique_by=str))
    relations += [draw(weighed(Relation.make("attack", *ends), groups)) for ends in attacks]
    if draw(st.booleans()):
        relations.append(Relation.make("undercut", draw(groups), draw(st.sampled_from(relations)).id))
    if draw(st.booleans()):
        relations.append(Relation.make("contradiction", [draw(anyone)], draw(anyone)))
    m = ArgumentMap(statements=tuple(statements), relations=tuple(relations))
    return draw(measured(m)) if standards and draw(st.booleans()) else m


@st.composite
def circles(draw: st.DrawFn) -> ArgumentMap:
    """Draw statements that support each other all round, cited ones that support some of them, and attacks on all."""
    ring = draw(st.sampled_from(["AB", "ABC"]))
    others = "PQRS"
    sources = st.sampled_from([(), ("s1",), ("s2",), ("s3",), ("s1",), ("s2",)])
    citations = {name: draw(sources) for name in others}
    statements = [
        Statement(name, Kind.CLAIM, name, citations=tuple(cited(name, word) for word in citations.get(name, ())))
        for name in ring + others
    ]
    anyone = st.sampled_from(ring + others)
    entries = draw(st.lists(st.tuples(st.sampled_from(others), st.sampled_from(ring)), min_size=1, max_size=2))
    links = [
        Relation.make("support", [a, *draw(st.sampled_from(["", "P", "A"]))], b) for a, b in pairwise(ring + ring[0])
    ]
    links += [Relation.make("support", [a], b) for a, b in entries]
    attacks = draw(st.lists(st.tuples(anyone, anyone), min_size=1, max_size=4))
    links += [Relation.make("attack", [a], b) for a, b in attacks]
    if draw(st.booleans()):
        links.append(Relation.make("undercut", [draw(anyone)], draw(st.sampled_from(links)).id))
    return ArgumentMap(statements=tuple(statements), relations=tuple(links))


def graded(m: ArgumentMap, by_source: Mapping[str, Grade | None]) -> dict[str, Grade | None]:
    """Grade every citation by its source."""
    return {c.id: by_source[c.source] for s in m.statements for c in s.citations if c.source in by_source}


GRADES = st.sampled_from([Grade.INDEPENDENT, Grade.UNVERIFIED, Grade.OWN_WORD, Grade.DISPUTED, Grade.DISPUTED, None])


def grades_of(m: ArgumentMap) -> st.SearchStrategy[dict[str, Grade | None]]:
    """Draw a grade for every citation of a map."""
    return st.fixed_dictionaries({c.id: GRADES for s in m.statements for c in s.citations})


def with_grades(drawn_maps: st.SearchStrategy[ArgumentMap]) -> st.SearchStrategy[Graded]:
    """Draw a map, and a grade for every citation of it."""
    return drawn_maps.flatmap(lambda m: st.tuples(st.just(m), grades_of(m)))

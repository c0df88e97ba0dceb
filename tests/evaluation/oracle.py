"""The evaluation by definition: every three-valued stable model of the translation, found by trying them all.

Written for small maps and independent of the solver; Przymusinski (1990) defines the models, the well-founded one is
the least (Van Gelder, Ross & Schlipf 1991), those with the most truths are the preferred ones (Caminada et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import permutations, product

from argmap.evaluation.labels import Basis
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement

Grades = Mapping[str, str | None]
NONE: Grades = {}

Atom = tuple[str, str]
Rule = tuple[Atom, frozenset[Atom], frozenset[Atom]]
Argument = tuple[Atom, frozenset[Atom]]
Model = tuple[frozenset[Atom], frozenset[Atom]]
"""The atoms that are true, and those that are not false."""


WORST = {
    Basis.INDEPENDENT: "independent",
    Basis.CITED: "own word",
    Basis.DECLARED: "own word",
    Basis.GRANTED: "disputed",
}
ORDER = ["independent", "unverified", "own word", "disputed"]


def counts(c: Citation, basis: Basis, grades: Grades) -> bool:
    """Tell whether a citation is a ground on a basis; one against a statement never is where it is disputed."""
    grade = grades.get(c.id, "unverified")
    if grade is None or (grade == "disputed" and c.stance is Stance.CONTRADICTS):
        return False
    return ORDER.index(grade) <= ORDER.index(WORST[basis])


def grounds(m: ArgumentMap, basis: Basis, grades: Grades = NONE) -> dict[str, list[str | None]]:
    """Return each statement's grounds, a citation by its id."""
    found: dict[str, list[str | None]] = {}
    told = {s.id for s in m.statements if s.kind is not Kind.QUESTION}
    for s in m.statements:
        own: list[str | None] = [c.id for c in s.citations if c.stance is Stance.SUPPORTS and counts(c, basis, grades)]
        if s.kind is Kind.ASSUMPTION and basis in (Basis.DECLARED, Basis.GRANTED):
            own.append(None)
        supports = [r for r in supports_of(m) if r[1] == s.id]
        if basis is Basis.GRANTED and not own and not supports:
            own.append(None)
        found[s.id] = own if s.id in told else []
    return found


def supports_of(m: ArgumentMap) -> list[tuple[frozenset[str], str]]:
    """Return premises and conclusion of each support that can act."""
    told = {s.id for s in m.statements if s.kind is not Kind.QUESTION}
    return [
        (frozenset(r.premises), r.target)
        for r in m.relations
        if r.kind is RelationKind.SUPPORT and told.issuperset((*r.premises, r.target))
    ]


def supported(m: ArgumentMap, basis: Basis, without: str | None = None, grades: Grades = NONE) -> set[str]:
    """Return what is supported: the least fixed point; leave a statement out to see what needs it."""
    own = grounds(m, basis, grades)
    found: set[str] = set()
    while True:
        more = {s for s in own if own[s]} | {c for premises, c in supports_of(m) if premises <= found}
        more.discard(without or "")
        if more == found:
            return found
        found = more


def round_about(m: ArgumentMap, basis: Basis, grades: Grades = NONE) -> set[str]:
    """Return the greatest fixed point of support."""
    own = grounds(m, basis, grades)
    found = set(own)
    while True:
        fewer = {s for s in own if own[s]} | {c for premises, c in supports_of(m) if premises <= found}
        if fewer == found:
            return found
        found = fewer


def contested(m: ArgumentMap, basis: Basis, grades: Grades = NONE) -> set[str]:
    """Return what a supported attack strikes at, an undercut of a live line of it, or what such a line rests on."""
    held = supported(m, basis, grades=grades)
    live = [(head, {name for _, name in holds}, denied) for head, holds, denied in rules(m, basis, grades)]
    live = [(head, premises, denied) for head, premises, denied in live if premises <= held]
    struck = {head for head, _, denied in live if head[0] != "holds" and all(atom[0] != "met" for atom in denied)}
    lines = [(head[1], premises, denied) for head, premises, denied in live if head[0] == "holds"]
    found = {name for kind, name in struck if kind == "beaten"}
    found |= {name for name, _, denied in lines if denied & struck}
    while True:
        more = found | {name for name, premises, _ in lines if premises & found}
        if more == found:
            return found
        found = more


def rules(m: ArgumentMap, basis: Basis, grades: Grades = NONE) -> list[Rule]:
    """Translate a map; what a question or an unknown statement is an end of is left out."""
    told = {s.id for s in m.statements if s.kind is not Kind.QUESTION}
    own = grounds(m, basis, grades)
    found = [rule for s in m.statements for rule in ground_rules(s, own[s.id], basis, grades)]
    found += [rule for r in m.relations for rule in relation_rules(m, r)]
    found += [
        rule for s in m.statements if s.standard in THRESHOLDS for rule in standard_rules(m, s, own, basis, grades)
    ]
    lenient = {("beaten", s.id) for s in m.statements if s.standard is Standard.SCINTILLA}
    return [
        (head, frozenset(("holds", s) for s in holds), frozenset(denied))
        for head, holds, *denied in found
        if told.issuperset(holds) and (head[0] in ("cut", "outweighed") or head[1] in told) and head not in lenient
    ]


THRESHOLDS = {
    Standard.PREPONDERANCE: (Fraction(0), Fraction(0), Fraction(2)),
    Standard.CLEAR_AND_CONVINCING: (Fraction(1, 2), Fraction(3, 10), Fraction(2)),
    Standard.BEYOND_REASONABLE_DOUBT: (Fraction(1, 2), Fraction(3, 10), Fraction(2, 10)),
}
"""What the heaviest reason for a statement must exceed, by how much it must exceed those against it, and these not."""

ANY = [Fraction(n, 1000) for n in (1, *range(50, 1001, 50))]
"""The weights that a reason may have of which nobody has said."""


def meets(standard: Standard, pro: Fraction, con: Fraction) -> bool:
    """Tell whether the heaviest reasons for and against a statement meet a standard."""
    least, gap, most = THRESHOLDS[standard]
    return pro > least and pro - con > gap and con < most


def standard_rules(
    m: ArgumentMap, s: Statement, own: dict[str, list[str | None]], basis: Basis, grades: Grades
) -> Iterator[tuple]:
    """Return the rules for a standard that weighs: what outweighs what, or may where a weight is missing."""
    cited = {c.id: c.weight for c in s.citations}
    pros = [((), ("cut", ground) if ground else None, cited.get(ground)) for ground in own[s.id]]
    pros += [(r.premises, ("cut", r.id), r.weight) for r in m.relations if r.kind == "support" and r.target == s.id]
    cons = [
        (("outweighed", c.id), c.weight)
        for c in s.citations
        if c.stance is Stance.CONTRADICTS and counts(c, basis, grades)
    ]
    cons += [
        (("outweighed", r.id), r.weight)
        for r in m.relations
        if r.kind == "attack" and r.target == s.id and weighs(m, r)
    ]
    if s.standard is not Standard.PREPONDERANCE:
        yield ("beaten", s.id), (), ("met", s.id)
        cons.append((("met", s.id), 0))
    for con, against in cons:
        for premises, cut, weight in pros:
            denied = [cut] if cut else []
            found = {
                meets(s.standard, p, q)
                for p in ([Fraction(str(weight))] if weight else ANY)
                for q in ([Fraction(str(against))] if against is not None else ANY)
            }
            if found == {True}:
                yield con, premises, *denied
            elif found == {True, False}:
                yield con, (*premises, s.id), *denied


def ground_rules(s: Statement, own: list[str | None], basis: Basis, grades: Grades) -> Iterator[tuple]:
    """Return the rules for a statement's grounds and for the citations against it."""
    for ground in own:
        yield ("holds", s.id), (), ("beaten", s.id), *([("cut", ground)] if ground else [])
    for c in s.citations:
        if c.stance is Stance.CONTRADICTS and counts(c, basis, grades):
            if s.kind is Kind.RECOMMENDATION or s.standard in THRESHOLDS:
                yield ("beaten", s.id), (), ("cut", c.id), ("outweighed", c.id)
                if s.standard not in THRESHOLDS:
                    yield ("outweighed", c.id), (s.id,)
            else:
                yield ("beaten", s.id), (), ("cut", c.id)


def relation_rules(m: ArgumentMap, r: Relation) -> Iterator[tuple]:
    """Return the rules for a relation."""
    match r.kind:
        case RelationKind.SUPPORT:
            yield ("holds", r.target), r.premises, ("beaten", r.target), ("cut", r.id)
        case RelationKind.ATTACK:
            if weighs(m, r):
                yield ("beaten", r.target), r.premises, ("cut", r.id), ("outweighed", r.id)
                targets = [s for s in m.statements if s.id == r.target]
                choice = [] if targets and targets[-1].standard in THRESHOLDS else [(r.target,)]
                for reason in [*choice, *(w for w in r.outweighed_by if not {*w} & {*r.premises, r.target})]:
                    yield ("outweighed", r.id), reason
            else:
                yield ("beaten", r.target), r.premises, ("cut", r.id)
        case RelationKind.UNDERCUT:
            yield ("cut", r.target), r.premises, ("cut", r.id)
        case RelationKind.CONTRADICTION:
            members = (*dict.fromkeys(r.premises), r.target)
            if all(member in m for member in members):
                for s, t in permutations(members, 2):
                    yield ("beaten", s), (t,)


def weighs(m: ArgumentMap, r: Relation) -> bool:
    """Tell whether an attack is weighed: on a recommendation, by its force, or because something outweighs it."""
    if r.force is None:
        weighing = [s for s in m if s.id == r.target and (s.kind is Kind.RECOMMENDATION or s.standard in THRESHOLDS)]
        return bool(r.outweighed_by) or bool(weighing)
    return r.force is Force.WEIGHS


def choices(program: list[Rule]) -> list[Atom]:
    """Return the denied atoms that some rule concludes; all others are false."""
    return sorted({head for head, _, _ in program} & {atom for _, _, negative in program for atom in negative})


def stable_models(program: list[Rule]) -> list[Model]:
    """Try every assignment of the denied atoms: those that the least model of the reduct agrees with are the models."""
    open_atoms = choices(program)
    models = []
    for values in product((0, 1, 2), repeat=len(open_atoms)):
        guess = dict.fromkeys((atom for _, _, negative in program for atom in negative), 0)
        guess |= zip(open_atoms, values, strict=True)
        true = _least(program, lambda negative, g=guess: all(g[a] == 0 for a in negative))
        possible = _least(program, lambda negative, g=guess: all(g[a] < 2 for a in negative))
        if all(value == (a in true) + (a in possible) for a, value in guess.items()):
            models.append((true, possible))
    return models


def _least(program: list[Rule], allowed) -> frozenset[Atom]:
    found: frozenset[Atom] = frozenset()
    while True:
        more = frozenset(head for head, positive, negative in program if positive <= found and allowed(negative))
        if more == found:
            return found
        found = more


def well_founded(models: list[Model]) -> Model:
    """Return the model with the fewest truths and falsehoods; fails unless there is one below all others."""
    least = min(models, key=lambda model: (len(model[0]), -len(model[1])))
    assert all(least[0] <= true and least[1] >= possible for true, possible in models)
    return least


def arguments(program: list[Rule], most: int) -> set[Argument] | None:
    """Return the arguments that the rules make: what each concludes, and what it denies; None if they are too many.

    An argument is a rule with an argument for each atom that must hold.
    """
    found: set[Argument] = set()
    while True:
        by_conclusion: dict[Atom, list[frozenset[Atom]]] = {}
        for conclusion, denied in found:
            by_conclusion.setdefault(conclusion, []).append(denied)
        more = {
            (head, negative.union(*parts))
            for head, positive, negative in program
            for parts in product(*(by_conclusion.get(atom, ()) for atom in positive))
        }
        if more <= found:
            return found
        if len(more) > most:
            return None
        found |= more


def grounded(found: set[Argument]) -> tuple[set[Argument], set[Argument]]:
    """Return the arguments of the grounded extension, and those that it attacks (Dung 1995).

    One argument attacks another that denies what it concludes.
    """
    inside: set[Argument] = set()
    while True:
        concluded = {conclusion for conclusion, _ in inside}
        attacked = {argument for argument in found if argument[1] & concluded}
        open_atoms = {conclusion for conclusion, _ in found - attacked}
        more = {argument for argument in found if not argument[1] & open_atoms}
        if more == inside:
            return inside, attacked
        inside = more


def preferred(models: list[Model]) -> list[Model]:
    """Return the models with the most truths."""
    return [model for model in models if not any(model[0] < other for other, _ in models)]

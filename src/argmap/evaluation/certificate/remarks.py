"""Whether the grades of statements, and the words that qualify their standings, follow from the rules.

On how many readings an undecided statement holds is not checked: only that just one of the words for it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.evaluation.certificate.claims import Claims, Remarks
from argmap.evaluation.certificate.definition import Rule
from argmap.evaluation.certificate.labelling import Labelling, derivable, supporting, sustained
from argmap.evaluation.labels import TRUE, UNDECIDED, Basis, Grade, Standing

_READINGS = {"either-way", "on-some-readings", "on-none", "undetermined"}
_NEVER = "never"


def wrong_grades(granted: Iterable[Rule], claims: Claims) -> Iterator[str]:
    """Say which statements do not have the grade that is claimed.

    Args:
        granted: The rules of the map where all grounds are granted.
        claims: What is claimed.
    """
    best = _best_grades(supporting(granted))
    for name, told in claims.grades.items():
        grade = best.get(name, _NEVER)
        counts = claims.standings[name] is not Standing.UNSUPPORTED or grade is Grade.DISPUTED
        if told is not (grade if counts else None):
            yield f"{name} does not have the grade {told}" if told else f"{name} has a grade"


def wrong_uprights(labelling: Labelling, claims: Claims) -> Iterator[str]:
    """Say which statements do not stand on the grade that is claimed, by the lines that stand or have not fallen."""
    lines = list(supporting(labelling.rules))
    truths = {Standing.ACCEPTED: {TRUE}, Standing.UNDECIDED: {TRUE, UNDECIDED}}
    best = {
        standing: _best_grades(rule for rule in lines if labelling.truth(rule) in truth)
        for standing, truth in truths.items()
    }
    for name, told in claims.upright.items():
        if told is not best.get(claims.standings[name], {}).get(name):
            yield f"{name} does not stand on the grade {told}"


def _best_grades(lines: Iterable[Rule]) -> dict[str, Grade | str | None]:
    """Return the weakest link of the best line to each statement that lines lead to; None for what is granted."""
    lines = list(lines)
    best: dict[str, Grade | str | None] = {}
    honoured: set[Grade | None] = set()
    for grade in (*Grade, None):
        honoured.add(grade)
        for _, name in derivable(rule for rule in lines if rule.grade in honoured):
            best.setdefault(name, grade)
    return best


def wrong_remarks(labelling: Labelling, claims: Claims, remarks: Remarks) -> Iterator[str]:
    """Say which remarks are wrong or lacking, given standings on each basis that were checked."""
    accepted = {basis: _accepted(each) for basis, each in {**remarks.kin, claims.basis: claims}.items()}
    lines = list(supporting(labelling.rules))
    supported, contested = derivable(lines), _contested(labelling)
    circular = sustained(lines) - supported
    for name, told in remarks.words.items():
        atom, standing = ("holds", name), claims.standings[name]
        expected = {
            word
            for basis, word in _compared(standing, claims.basis)
            if (name in accepted[basis]) != (standing is Standing.ACCEPTED)
        }
        expected |= {"circular"} if atom in circular else set()
        expected |= {"contested"} if name in contested else set()
        expected |= {"to-weigh"} if _is_to_weigh(labelling, name) else set()
        readings = _READINGS.intersection(told)
        if expected != set(told) - _READINGS or len(readings) != (standing is Standing.UNDECIDED):
            yield f"the remarks on {name} are wrong"


def _compared(standing: Standing, basis: Basis) -> Iterator[tuple[Basis, str]]:
    """Return the bases on which another standing has a word."""
    if standing is Standing.ACCEPTED and basis is not Basis.INDEPENDENT:
        yield Basis.CITED, "conditional"
    if standing is Standing.ACCEPTED:
        yield Basis.GRANTED, "open-challenge"
    if standing is Standing.UNSUPPORTED:
        yield Basis.GRANTED, "would-stand"


def _accepted(claims: Claims) -> set[str]:
    return {name for name, standing in claims.standings.items() if standing is Standing.ACCEPTED}


def _contested(labelling: Labelling) -> set[str]:
    """Return the statements that something supported strikes at, themselves or on a line that supports them."""
    held = derivable(supporting(labelling.rules))
    live = [rule for rule in labelling.rules if held.issuperset(rule.holds)]
    struck = {rule.head for rule in live if rule.head[0] != "holds" and rule.kind != "standard"}
    lines = list(supporting(live))
    above: dict[str, list[str]] = {}
    for line in lines:
        for premise in line.premises:
            above.setdefault(premise, []).append(line.head[1])
    found = {name for kind, name in struck if kind == "beaten"}
    found |= {line.head[1] for line in lines if not struck.isdisjoint(line.denied)}
    todo = list(found)
    for name in todo:
        fresh = set(above.get(name, ())) - found
        found |= fresh
        todo += fresh
    return found


def _is_to_weigh(labelling: Labelling, name: str) -> bool:
    """Tell whether a statement is undecided only because nobody has weighed what stands for it and against it."""
    if labelling.value(("holds", name)) != UNDECIDED:
        return False
    cons = [rule for rule in labelling.rules_for(("beaten", name)) if labelling.truth(rule) == UNDECIDED]
    pros = map(labelling.stands_unless_beaten, labelling.rules_for(("holds", name)))
    return any(pros) and all(map(labelling.is_open, cons))

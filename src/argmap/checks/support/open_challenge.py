"""An objection without a source that would overturn what it attacks.

What it does:
    Reports each statement that is accepted only because an objection drawn
    against it, or against its reasons or citations, rests on no evidence: were
    uncited statements granted, it would no longer be accepted. Each objection
    is reported once, where it strikes, and not at everything built on that.
    Where it strikes at objections only, it would answer them, and is worth a
    source.

Why it matters:
    An objection without evidence has no force here, yet it may be true. This is
    the point that an opponent would look into first. A note, since AM101
    reports the missing evidence already.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but: [trips-slower]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
      trips-slower:
        objection: Everyday trips would become slower.
    sources:
      trauma-audit: Hospital trauma audit

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but: [trips-slower]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
      trips-slower:
        objection: Everyday trips would become slower.
        but: [delay-is-small]
      delay-is-small:
        evidence: The median trip takes 38 seconds longer.
        cite: transport-model "median trip … one minute" fig. 4
    sources:
      trauma-audit: Hospital trauma audit
      transport-model: Transport model
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.why import Why
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.statements import Kind
from argmap.wording import listed

_STRIKES = ("attack", "contradiction")


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the uncited objections that would overturn what they strike at, each with all that it would."""
    standings = analysis.evaluation.standings
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for name, strike in _challenges(analysis):
        idle = tuple(premise for premise in strike.names if standings[premise] is Standing.UNSUPPORTED)
        if idle:
            found.setdefault(idle, {}).setdefault(name, strike.id)
    relations = {relation.id: relation for relation in analysis.map.relations} if found else {}
    for idle, struck in found.items():
        first, relation = next(iter(struck.items()))
        what = f"if {listed(idle)} had a source, {listed([*struck])} would no longer be accepted"
        told = _answer(analysis, idle, [*struck]) or f"{what}: look into that, or answer it"
        yield Flaw(told, relations[relation].span, first)


def _answer(analysis: Analysis, idle: Sequence[str], struck: Sequence[str]) -> str | None:
    """Say that a source would tell against objections; None where it would tell against anything else."""
    if any(analysis.map[name].kind is not Kind.OBJECTION for name in struck):
        return None
    granted = analysis.evaluation.of(Basis.GRANTED).standings
    objections = f"the {'objection' if len(struck) == 1 else 'objections'} {listed(struck)}"
    if any(granted[name] is Standing.UNDECIDED for name in struck):
        return f"a source for {listed(idle)} would put {objections} in doubt: look for one"
    return f"a source for {listed(idle)} would answer {objections}: look for one"


def _challenges(analysis: Analysis) -> Iterator[tuple[str, Why]]:
    """Return the statements that would no longer be accepted if leaves were granted, with what would tell against them.

    That is an attack on the statement, or an undercut of one of its reasons or citations. Where what it rests on would
    fall, the challenge is found there.
    """
    granted = analysis.evaluation.of(Basis.GRANTED)
    undercut = analysis.graph.undercuts_on
    for name, standing in analysis.evaluation.standings.items():
        if standing is not Standing.ACCEPTED or granted.standings[name] is Standing.ACCEPTED:
            continue
        why = granted[name].why
        if why.reason == "support-lost" and not undercut:
            continue
        for child in why.children:
            if child.is_answered:
                continue
            if child.kind in _STRIKES:
                yield name, child
            elif child.id in undercut and child.status != "stands":
                yield from ((name, strike) for strike in child.children if strike.kind == "undercut")


CHECK = Check("AM109", Severity.NOTE, run=run)

"""A scheme that cannot conclude what its step concludes.

What it does:
    Reports each step whose scheme says what is the case and that bears on a
    recommendation, or says what should be done and bears on evidence or an
    assumption; and each scheme that strikes at a step or a citation and is no
    undercut.

Why it matters:
    That something is so does not yet mean that something should be done. The
    step leaves out the goal, the value or the cost that leads from the one to
    the other.

Example:
    nodes:
      plant-trees:
        recommendation: Plant trees along the main streets.
        because: [{reason: trees-cool, scheme: cause-to-effect}]
      trees-cool: {premise: Trees cool the streets that they shade.}

Use instead:
    nodes:
      plant-trees:
        recommendation: Plant trees along the main streets.
        because: [{reason: trees-cool, scheme: positive-consequences}]
      trees-cool: {premise: Trees cool the streets that they shade.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._schemes import Use, uses
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind
from argmap.schemes.scheme import Conclusion
from argmap.wording import quoted

_FACTS = (Kind.EVIDENCE, Kind.ASSUMPTION)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the steps whose schemes conclude something of another sort."""
    for use in uses(analysis):
        wrong = _wrong(use, analysis)
        if wrong:
            yield Flaw(f"the scheme {use.scheme.id!r} {wrong}", use.place, use.relation.target)


def _wrong(use: Use, analysis: Analysis) -> str | None:
    target, concludes = use.relation.target, use.scheme.conclusion
    if use.relation.kind is RelationKind.UNDERCUT:
        is_right = concludes is not Conclusion.RECOMMENDATION
        return None if is_right else "says what should be done, and this is an undercut: name another"
    if concludes is Conclusion.UNDERCUT:
        return "strikes at a step or a citation: write it under 'unless:' there"
    kind = analysis.map[target].kind if target in analysis.map else None
    if concludes is Conclusion.CLAIM and kind is Kind.RECOMMENDATION:
        return f"says what is the case, and {quoted(target)} is a recommendation: name another, or put a claim between"
    if concludes is Conclusion.RECOMMENDATION and kind in _FACTS:
        return f"says what should be done, and {quoted(target)} is of the kind {kind}: name another"
    return None


CHECK = Check("AM606", Severity.WARNING, run=run)

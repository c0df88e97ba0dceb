"""A linked reason of which one premise is supported and another is not.

What it does:
    Reports each step written 'a + b' of which at least one premise is
    supported, by a citation, an assumption or reasons of its own, and at least
    one is not, and names those that are not.

Why it matters:
    Linked premises only work together. The evidence for one counts for nothing
    as long as another has none, and this is the commonest hole in an argument
    that looks well sourced.

Example:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [impact-speed + speeds-drop]
      impact-speed:
        premise: Impact speed decides how bad an injury is.
        cite: trauma-audit "struck below 30 … same day" p. 14
      speeds-drop:
        premise: A lower limit brings speeds down.
    sources:
      trauma-audit: Hospital trauma audit

Use instead:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [impact-speed + speeds-drop]
      impact-speed:
        premise: Impact speed decides how bad an injury is.
        cite: trauma-audit "struck below 30 … same day" p. 14
      speeds-drop:
        premise: A lower limit brings speeds down.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      trauma-audit: Hospital trauma audit
      city-survey: City speed survey
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._support import ROOTS, waits_for
from argmap.evaluation.labels import Standing
from argmap.flaws import Flaw
from argmap.graph import Step, Undercut
from argmap.model.findings import Severity
from argmap.model.relations import Relation, RelationKind
from argmap.wording import listed, quoted

_WORDS = {RelationKind.SUPPORT: "reason for", RelationKind.ATTACK: "objection to", RelationKind.UNDERCUT: "undercut of"}


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the linked steps of which only some premises are supported."""
    standings = analysis.evaluation.standings
    steps: tuple[Step | Undercut, ...] = (*analysis.graph.steps, *analysis.graph.undercuts)
    for step in steps:
        if len(step.premises) > 1:
            there: list[str] = []
            missing: list[str] = []
            for name in dict.fromkeys(step.relation.premises):
                is_supported = standings.get(name, Standing.UNSUPPORTED) is not Standing.UNSUPPORTED
                (there if is_supported else missing).append(name)
            if there and missing:
                roots = waits_for(analysis, (analysis.graph.index_of[name] for name in missing))
                relation = step.relation
                yield Flaw(_message(relation, there, missing), relation.span, relation.target, follows=roots)


def _message(relation: Relation, there: list[str], missing: list[str]) -> str:
    what = f"the linked {_WORDS[relation.kind]} {quoted(relation.target)}"
    held, lacking = ("is" if len(names) == 1 else "are" for names in (there, missing))
    return f"{what} is incomplete: {listed(there)} {held} supported, {listed(missing)} {lacking} not"


CHECK = Check("AM104", Severity.WARNING, run=run, follows=ROOTS)

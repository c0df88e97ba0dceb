"""A role that a scheme does not have, or that no premise of the step fills.

What it does:
    Reports each name under 'roles:' that is no role of the scheme, with the one
    that was probably meant, and each statement there that is no premise of the
    step. Schemes in their author's own words may have any roles.

Why it matters:
    Which critical questions are addressed depends on which roles are filled.

Example:
    nodes:
      narrow-lanes:
        claim: Narrower lanes slow traffic down.
        because:
          - reason: engineer-says
            scheme: expert-opinion
            roles: {sorce: engineer-says}
      engineer-says: {premise: The traffic engineer says so.}

Use instead:
    nodes:
      narrow-lanes:
        claim: Narrower lanes slow traffic down.
        because:
          - reason: engineer-says
            scheme: expert-opinion
            roles: {source: engineer-says}
      engineer-says: {premise: The traffic engineer says so.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._schemes import scheme_of
from argmap.errors import did_you_mean
from argmap.flaws import Flaw
from argmap.model.critique import Filling
from argmap.model.findings import Severity
from argmap.model.relations import Relation
from argmap.wording import listed, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the roles that schemes do not have, and what fills a role without being a premise."""
    for relation in analysis.map.relations:
        for each in relation.roles:
            for message in (_unknown(each, relation), _stranger(each, relation, analysis)):
                if message:
                    yield Flaw(message, each.span or relation.span, relation.target)


def _unknown(each: Filling, relation: Relation) -> str | None:
    scheme = scheme_of(relation)
    if not relation.scheme:
        return f"the step names no scheme, so that {quoted(each.role)} is no role in it: write 'scheme:'"
    if scheme is None or each.role in scheme.role_of:
        return None
    hint = did_you_mean(each.role, scheme.role_of) or f"it has {listed(list(scheme.role_of))}"
    return f"{scheme.id!r} has no role {quoted(each.role)}: {hint}"


def _stranger(each: Filling, relation: Relation, analysis: Analysis) -> str | None:
    others = [name for name in each.statements if name not in relation.premises and name in analysis.map]
    if not others:
        return None
    fill = f"{listed(others)} {'fills' if len(others) == 1 else 'fill'} the role {quoted(each.role)}"
    premises = listed(list(dict.fromkeys(relation.premises)))
    return f"{fill}, and the premises of this step are {premises}: link what is meant, or name one of these"


CHECK = Check("AM607", Severity.WARNING, run=run)

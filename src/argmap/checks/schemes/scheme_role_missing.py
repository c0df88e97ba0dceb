"""A step that lacks a premise without which it does not follow its scheme.

What it does:
    Reports the steps with fewer premises than their schemes require, steps alike
    once. Which premise fills which role stands under 'roles:'; it is plain where
    one premise and one required role are left.

Why it matters:
    Without that premise the pattern is named, but the argument is not made.

Example:
    nodes:
      site-north:
        claim: The depot has to stand on the north site.
        because: [{reason: south-floods, scheme: alternatives}]
      south-floods: {premise: The south site is flooded every spring.}

Use instead:
    nodes:
      site-north:
        claim: The depot has to stand on the north site.
        because:
          - reason: two-sites + south-floods
            scheme: alternatives
            roles: {options: two-sites, excluded: south-floods}
      two-sites: {premise: Only the north and the south site are large enough.}
      south-floods: {premise: The south site is flooded every spring.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._schemes import Use, told, uses
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.schemes.scheme import Role
from argmap.wording import listed, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the steps that cannot have a premise for each required role of their schemes, those alike once."""
    alike: dict[tuple[str, tuple[Role, ...]], list[Use]] = {}
    for use in uses(analysis):
        if empty := use.lacking:
            alike.setdefault((use.scheme.id, empty), []).append(use)
    for (scheme, empty), steps in alike.items():
        first = steps[0]
        who = (
            f"{told(first.relation)} has" if len(steps) == 1 else f"{len(steps):,} steps, the first of them here, have"
        )
        roles = listed([role.id for role in empty])
        which = f"the role {roles}" if len(empty) == 1 else f"each of the roles {roles}"
        says = f", such as {quoted(empty[0].says)}" if len(empty) == 1 else ""
        message = f"{who} no premise for {which} of {scheme!r}{says}: link one, and name it under 'roles:'"
        yield Flaw(message, first.place, first.relation.target)


CHECK = Check("AM602", Severity.WARNING, run=run)

"""A step that lacks a premise without which it does not follow its scheme.

What it does:
    Reports each step with fewer premises than its scheme requires. Which
    premise fills which role stands under 'roles:'; it is plain where one premise
    and one required role are left.

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
from argmap.checks._schemes import told, uses
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import listed, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the steps that cannot have a premise for each required role of their schemes."""
    for use in uses(analysis):
        empty = use.lacking
        if not empty:
            continue
        says = f", as in {quoted(empty[0].says)}" if len(empty) == 1 else ""
        which = f"the role{'s' if len(empty) > 1 else ''} {listed([role.id for role in empty])}"
        if len(use.relation.premises) > len(use.relation.roles) and len(empty) > 1:
            which = f"each of {which}"
        message = f"{told(use.relation)} has no premise for {which} of {use.scheme.id!r}{says}: link one, "
        yield Flaw(f"{message}and name it under 'roles:'", use.place, use.relation.target)


CHECK = Check("AM602", Severity.WARNING, run=run)

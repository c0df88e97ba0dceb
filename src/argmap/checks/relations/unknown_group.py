"""A group that the map does not have.

What it does:
    Reports each id under 'group:', or under 'in:' of a group, that does not
    stand under 'groups:'. Each is reported once, where it first stands, with
    the number of places.

Why it matters:
    A section without a heading is drawn under its bare id, apart from the
    section that was meant.

Example:
    groups: {safety: Safety, money: Money and delivery}
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        group: saftey

Use instead:
    groups: {safety: Safety, money: Money and delivery}
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        group: safety
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.document import Group
from argmap.model.findings import Severity
from argmap.model.statements import Statement
from argmap.wording import Nearest, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the unknown groups, once each."""
    m = analysis.map
    known = {group.id for group in m.groups}
    found: dict[str, list[Statement | Group]] = {}
    members: tuple[Group | Statement, ...] = (*m.groups, *m.statements)
    for member in members:
        name = member.parent if isinstance(member, Group) else member.group
        if name is not None and name not in known:
            found.setdefault(name, []).append(member)
    nearest = Nearest(known)
    for name, named in found.items():
        count = f" (named in {len(named):,} places)" if len(named) > 1 else ""
        message = f"no group is called {quoted(name)}{count}: {nearest.hint(name, advice(m).group)}"
        yield Flaw(message, named[0].span, named[0].id)


CHECK = Check("AM506", Severity.WARNING, run=run)

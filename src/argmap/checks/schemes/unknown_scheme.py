"""A scheme whose name is nearly, but not quite, one that argmap knows.

What it does:
    Reports each 'scheme:' that is probably a misspelling of a scheme that
    'argmap schemes' lists. A scheme in other words is no flaw: argmap keeps it,
    and asks nothing of it.

Why it matters:
    The critical questions of a scheme are only asked where it is known which
    one is meant.

Example:
    nodes:
      narrow-lanes:
        claim: Narrower lanes slow traffic down.
        because: [{reason: engineer-says, scheme: exprt-opinion}]
      engineer-says: {premise: The traffic engineer says so.}

Use instead:
    nodes:
      narrow-lanes:
        claim: Narrower lanes slow traffic down.
        because: [{reason: engineer-says, scheme: expert-opinion}]
      engineer-says: {premise: The traffic engineer says so.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._schemes import following
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import Relation
from argmap.schemes.catalogue import named, nearest
from argmap.wording import counted, quoted

_MOST = 200
"""Of more different names than this, the others are not compared with those of schemes."""


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the names that are probably meant to be those of schemes, each once with the count."""
    found: dict[str, list[Relation]] = {}
    for relation in following(analysis):
        found.setdefault(relation.scheme or "", []).append(relation)
    odd = [name for name in found if named(name) is None]
    for name in odd[:_MOST]:
        near = nearest(name)
        if near:
            relations = found[name]
            often = f" ({counted(len(relations), 'step')}, the first is here)" if len(relations) > 1 else ""
            message = f"no scheme is called {quoted(name)}: did you mean {near!r}?{often}"
            yield Flaw(message, relations[0].scheme_span or relations[0].span, relations[0].target)


CHECK = Check("AM601", Severity.WARNING, run=run)

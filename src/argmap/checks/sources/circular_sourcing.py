"""Sources that report each other.

What it does:
    Follows 'based-on' from source to source, and reports each circle among the
    sources that a map names.

Why it matters:
    Sources that only repeat each other know nothing: somewhere the report must
    have begun.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: leaflet p. 1
    sources:
      leaflet: {title: Leaflet, based-on: memo}
      memo: {title: Memo, based-on: leaflet}

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: leaflet p. 1
    sources:
      leaflet: {title: Leaflet, based-on: memo}
      memo: {title: Memo, based-on: survey}
      survey: {title: Survey}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks.sources._origins import cited_sources
from argmap.components import strong_components
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report each circle of sources once, at the first citation that leads into it."""
    names = list(analysis.sources)
    index = {name: number for number, name in enumerate(names)}
    based = [[index[each] for each in source.based_on if each in index] for source in analysis.sources.values()]
    for name, (statement, citation) in cited_sources(analysis).items():
        if name not in index:
            continue
        for component in strong_components([index[name]], based):
            if len(component) > 1 or component[0] in based[component[0]]:
                circle = " → ".join(quoted(names[each]) for each in (*reversed(component), component[-1]))
                yield Flaw(
                    f"sources report each other: {circle}; find where the report began", citation.span, statement.id
                )
                return


CHECK = Check("AM306", Severity.ERROR, run=run)

"""An id, or a key, that stands twice.

What it does:
    Reports an id that two statements, steps, citations or sources of a map
    share, a key that a record has twice, and two source records with one id.
    The second is not read. In Argdown, warns where a title is given two texts
    that have little in common; the last one counts.

Why it matters:
    Relations name statements by id. If an id stood for two of them, nobody
    could tell which one a reason supports.

Example:
    nodes:
      costs:
        claim: The costs are low.
      costs:
        objection: The costs are high.

Use instead:
    nodes:
      costs-are-low:
        claim: The costs are low.
      costs-are-high:
        objection: The costs are high.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM003", "duplicate-id", Severity.ERROR, lenient=Severity.WARNING)

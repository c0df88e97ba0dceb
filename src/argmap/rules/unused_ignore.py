"""A comment that silences nothing.

What it does:
    Reports each '# argmap: ignore' comment on whose line nothing is found, each
    code in such a comment that finds nothing there, and each unknown code.

Why it matters:
    A flaw that has been mended needs no comment, and one left behind would hide
    the next flaw on its line.

Example:
    nodes:
      wet:  # argmap: ignore[AM101]
        claim: The street is wet.
        because: [rain]
      rain:
        assumption: It rained.

Use instead:
    nodes:
      wet:
        claim: The street is wet.
        because: [rain]
      rain:
        assumption: It rained.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM008", "unused-ignore", Severity.WARNING)

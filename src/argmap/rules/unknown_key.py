"""A key that the format does not have.

What it does:
    Reports each key that a map, a statement, a reason, a citation or a source
    record cannot have, with the key that was probably meant. What stands under
    it is not read.

Why it matters:
    A misspelt 'becuase:' would silently leave a claim without its reasons.

Example:
    nodes:
      wet:
        claim: The street is wet.
        becuase: [rain]
      rain:
        evidence: It rained.

Use instead:
    nodes:
      wet:
        claim: The street is wet.
        because: [rain]
      rain:
        evidence: It rained.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM002", "unknown-key", Severity.ERROR, lenient=Severity.WARNING)

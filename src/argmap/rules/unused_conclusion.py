"""An argument whose conclusion is used nowhere.

What it does:
    Reports, in Argdown, a reconstructed argument whose conclusion is neither a
    premise elsewhere nor supports, attacks or answers anything, in a file whose
    other arguments do support or attack a statement that is put forward by itself.

Why it matters:
    An argument shows something for a purpose. Where the rest of a debate leads
    to a claim and this argument does not, a title is usually misspelt, or the
    conclusion was written in other words than the claim it was meant for.

Example (in Argdown):
    [Adopt 30]: Make 30 km/h the default limit.
        + [Fewer injuries]: Lower speeds prevent injuries.

    <Pilot>

    (1) [Speeds fell]: Mean speed fell on the pilot streets.
    ----
    (2) [Lower speeds]: A lower default brings speeds down.

Use instead:
    [Adopt 30]: Make 30 km/h the default limit.
        + [Fewer injuries]: Lower speeds prevent injuries.
            + [Lower speeds]

    <Pilot>

    (1) [Speeds fell]: Mean speed fell on the pilot streets.
    ----
    (2) [Lower speeds]: A lower default brings speeds down.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM014", "unused-conclusion", Severity.NOTE)

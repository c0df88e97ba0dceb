"""A line that is read on with the one above it, though it looks like a beginning.

What it does:
    Reports, in Argdown, a line of text below a heading, a line further left than
    the mark of the statement that it continues, and rows that are numbered from
    one again right below the conclusion of another argument.

Why it matters:
    Argdown begins a paragraph only after an empty line. Without it a claim of
    its own becomes a part of a heading or of somebody else's reason, and nobody
    is told.

Example (in Argdown):
    [Adopt 30]: Make 30 km/h the default limit.
        + [Fewer injuries]: Lower speeds prevent injuries.
    Trips become slower, though.

Use instead:
    [Adopt 30]: Make 30 km/h the default limit.
        + [Fewer injuries]: Lower speeds prevent injuries.

    Trips become slower, though.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM017", "run-on-text", Severity.WARNING)

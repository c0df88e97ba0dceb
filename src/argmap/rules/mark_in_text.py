"""A mark of Argdown that is read as plain text.

What it does:
    Reports, in Argdown, a title, data or a comment that begins and is never
    closed, and a heading without a blank after its marks.

Why it matters:
    Argdown takes such marks for words. What was to be a title, evidence or a
    remark becomes a part of the statement's text, and nobody is told.

Example (in Argdown):
    [Speeds drop]: Mean speed fell. {cite: survey "Mean speed … 41 streets"

Use instead:
    [Speeds drop]: Mean speed fell. {cite: survey "Mean speed … 41 streets"}
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM015", "mark-in-text", Severity.WARNING)

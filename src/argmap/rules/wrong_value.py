"""A value of another kind than its key takes.

What it does:
    Reports a list where a text belongs, a statement without a kind or with two,
    a reason that names no statement, a word that a key does not allow,
    and a file without 'nodes:'. The value is not read.

Why it matters:
    What cannot be read does not count: a statement would be missing from the
    picture, or a citation from its claim.

Example:
    nodes:
      costs-fall: The costs fall every year.

Use instead:
    nodes:
      costs-fall:
        claim: The costs fall every year.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM004", "wrong-value", Severity.ERROR)

"""A text that is empty.

What it does:
    Reports a text key, such as 'claim:' or 'title:', with nothing but space
    after it, and, in Argdown, a number, a mark or a title with a colon that no
    text follows.

Why it matters:
    A statement without a text says nothing, yet it would stand in the picture
    and could support others.

Example:
    nodes:
      costs-fall:
        claim: ""

Use instead:
    nodes:
      costs-fall:
        claim: The costs fall every year.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM005", "empty-text", Severity.ERROR)

"""A text that a comment cuts short.

What it does:
    Reports an unquoted text that ends before ' #', where YAML begins a comment.
    A comment with a space after '#' is taken for a comment, unless a figure
    follows.

Why it matters:
    The rest of the sentence would be lost without a word.

Example:
    nodes:
      item-failed:
        claim: The inspectors rejected item #3 of the list.

Use instead:
    nodes:
      item-failed:
        claim: "The inspectors rejected item #3 of the list."
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM006", "comment-in-text", Severity.WARNING)

"""Offsets that are not where the annotated words stand.

What it does:
    Reports, in formats that name passages by the offsets of a text, offsets
    outside the text, offsets at which other words stand than the file says, and
    those that begin or end inside a word. It shows what stands there, and where
    the words stand that were meant, if they stand near. Then these are taken.

Why it matters:
    A text that is edited after it was annotated moves away from its offsets.
    From then on every passage behind the change is a wrong one.

Example (in brat, for the text "In May, the wells ran dry."):
    T1	Claim 7 20	the wells ran dry

Use instead:
    T1	Claim 8 25	the wells ran dry
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM018", "wrong-place", Severity.WARNING)

"""A file that cannot be read as it stands.

What it does:
    Reports what is not strict YAML or JSON, with the line as it should be where
    that is plain. Common slips are mended while reading, so that the rest of
    the file is checked in the same run. Aliases, anchors, tags and a second
    document are refused: every value is text, written where it counts. In an
    abstract framework, reports what is no header, argument or attack.

Why it matters:
    A text with ': ' in it means something else to YAML than to its author. Left
    alone, it would be read wrongly or not at all.

Example:
    nodes:
      costs-fall:
        claim: What we know: costs fall every year.

Use instead:
    nodes:
      costs-fall:
        claim: "What we know: costs fall every year."
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM001", "syntax", Severity.ERROR)

r"""Relations indented by tabs and by blanks in one text.

What it does:
    Reports, in Argdown, a relation whose indentation begins with tabs where that
    of the relation before it begins with blanks, or the other way round. A tab is
    written \t below.

Why it matters:
    A tab counts as one blank there, and editors show it as wide as four or eight.
    What looks like a second reason for a claim may be read as a reason for its
    first reason.

Example (in Argdown):
    [Speeds drop]: A lower default brings speeds down.
    \t+ [Pilot]: Mean speed fell on the pilot streets.
        + [Elsewhere]: It fell in other towns.

Use instead:
    [Speeds drop]: A lower default brings speeds down.
        + [Pilot]: Mean speed fell on the pilot streets.
        + [Elsewhere]: It fell in other towns.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM016", "mixed-indentation", Severity.WARNING)

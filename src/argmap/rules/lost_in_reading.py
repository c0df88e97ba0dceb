"""A part of a file in another format that has no place in a map.

What it does:
    Says once for each kind of thing, with the count, what argmap leaves out
    when it reads a file in another format: bold and italic, addresses of links,
    other wordings of a statement, data and front matter that mean nothing to
    it. The file itself is left as it is.

Why it matters:
    Nothing is dropped in silence. What was meant as evidence, such as the
    address of a link, counts only when it stands where evidence belongs.

Example (in Argdown):
    [Speeds drop]: Mean speed fell, says [the survey](https://example.org/survey).

Use instead:
    [Speeds drop]: Mean speed fell. {cite: survey "Mean speed … 41 streets"}
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM013", "lost-in-reading", Severity.NOTE)

"""A reason, objection or undercut that names a statement which does not exist.

What it does:
    Reports each id under 'because:', 'but:', 'contradicts:', 'unless:',
    'outweighed-by:', 'roles:', 'answers:' or 'expect:' that no statement of the
    map has, with the id that was probably meant. In Argdown, reports titles that
    nothing defines, and what the front matter's settings name but the map does
    not have; in an abstract framework, attacks by or on what is no argument.

Why it matters:
    A step that lacks a premise can never support or attack anything. Usually the
    id is misspelt, or was changed where the statement stands.

Example:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [speed-drops]
      speeds-drop:
        premise: A lower limit brings speeds down.

Use instead:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [speeds-drop]
      speeds-drop:
        premise: A lower limit brings speeds down.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM501", "unknown-reference", Severity.ERROR, lenient=Severity.WARNING)

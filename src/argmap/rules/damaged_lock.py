"""A line of argmap.lock that cannot be believed.

What it does:
    Reports the lines of the lock that were damaged, edited by hand or left in
    conflict by git, and a lock that this argmap does not read.

Why it matters:
    What such a line said about its passage is lost: it counts as not locked.
    'argmap lock' writes the lock anew.

Example:
    argmap-lock 1 normal-form 2
    <<<<<<< HEAD

Use instead:
    argmap-lock 1 normal-form 2
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM011", "damaged-lock", Severity.ERROR)

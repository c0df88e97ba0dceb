"""A relation drawn to an argument that its reconstruction does not confirm.

What it does:
    Reports, in Argdown, an attack on or a support of a reconstructed argument
    where none of its premises is attacked or supported, and an undercut of a
    statement that no inference leads to. Such an attack counts as one on the
    argument's last inference; such a support or undercut is not read.

Why it matters:
    A reconstructed argument says what it rests on. An attack on the whole of it
    leaves open which premise is false, or whether the inference is bad, and it
    cannot be answered before that is said.

Example (in Argdown):
    <Pilot>

    (1) [Speeds fell]: Mean speed fell on the pilot streets.
    ----
    (2) [Speeds drop]: A lower default brings speeds down.

    <Pilot>
      <- [Holidays]: The count was taken in the holidays.

Use instead:
    <Pilot>

    (1) [Speeds fell]: Mean speed fell on the pilot streets.
      <- [Holidays]: The count was taken in the holidays.
    ----
    (2) [Speeds drop]: A lower default brings speeds down.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM012", "unclear-relation", Severity.WARNING)

"""What a file in another format does not say, and argmap guesses.

What it does:
    Says once how argmap took a file that leaves something open: which column
    of a table holds the texts, the kinds or the sources, which words it took
    for which kind or relation, and which encoding it is in.

Why it matters:
    A guess that nobody sees is an error that nobody finds. Where one is wrong,
    name the column, as in argmap convert --column text=Wording, or call it what
    argmap calls it.

Example (in CSV):
    No.,Wording,Sort
    1,Lower speeds prevent injuries.,claim

Use instead:
    id,text,kind
    1,Lower speeds prevent injuries.,claim
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM019", "guess-in-reading", Severity.NOTE)

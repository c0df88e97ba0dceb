"""A part of a map that the format it is written to cannot hold.

What it does:
    Reports, when a map is written, what the file will not have: a relation to a
    statement that does not exist, the first of two statements with one id, what
    an Argdown file says about how its map is drawn, and whatever else a format
    has no place for. Reading and checking never report it.

Why it matters:
    Nothing is dropped in silence: what the new file lacks can be kept in the
    old one.

Example (made in code and written as YAML):
    ArgumentMap(
        statements=(Statement("rain", Kind.EVIDENCE, "It rained."),),
        relations=(Relation.make("support", ["rain"], "wet"),),
    )

Use instead:
    ArgumentMap(
        statements=(
            Statement("rain", Kind.EVIDENCE, "It rained."),
            Statement("wet", Kind.CLAIM, "The street is wet."),
        ),
        relations=(Relation.make("support", ["rain"], "wet"),),
    )
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM009", "lost-in-writing", Severity.WARNING)

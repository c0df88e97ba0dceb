"""Ways to print findings: one module each, with a function ``write``."""

from __future__ import annotations

from attrs import frozen


@frozen
class Detail:
    """How much is told to people; what is for programs tells all.

    Attributes:
        follows: What merely follows from other findings, in full too.
        every_map: Each of several maps in full.
        only_counts: Nothing but the counts.
    """

    follows: bool = False
    every_map: bool = False
    only_counts: bool = False


USUAL = Detail()
"""One map in full but for what follows, several in brief."""

"""Judging whether a quotation is fair."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evidence.fairness.dispute import Dispute
from argmap.text import Span


def disputes(
    text: str, place: Span, phrases: Sequence[str], said: str, language: str | None = None
) -> tuple[Dispute, ...]:
    """Tell what is unfair about quoting a passage for a statement.

    Args:
        text: The source's text.
        place: Where the passage stands in it.
        phrases: The phrases by which it is cited, its first and last; what stands between them is hidden.
        said: The statement, with its title.
        language: The language that the source's record declares, as a BCP 47 tag.

    Returns:
        A dispute for each flaw, in the order of `Misuse`; none where the quotation is fair, or nothing can be told.
    """
    return ()

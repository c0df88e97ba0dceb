"""Settling a dispute: a review records which disputes a person has looked at, so that only new ones are asked again."""

from __future__ import annotations

from argmap.evidence.fairness.dispute import Dispute
from argmap.evidence.lockfile import digest
from argmap.evidence.text.normalise import normal_text
from argmap.model.citations import Citation
from argmap.text import Span


def dispute_key(citation: Citation, dispute: Dispute, text: str) -> str:
    r"""Return what a review remembers a dispute by: other words around the passage make it another one.

    Args:
        citation: The citation that is disputed.
        dispute: What is said against it.
        text: Its source's text.

    Example:
        >>> from argmap.evidence.fairness.dispute import Misuse
        >>> text = "Speeds fell, but only on wide streets."
        >>> dispute = Dispute(Misuse.CONDITION, Span(13, 21), Span(0, 38), Span(0, 37))
        >>> key = dispute_key(Citation("c", "survey"), dispute, text)
        >>> key == dispute_key(Citation("c", "survey"), dispute, text.replace(" ", "\n"))
        True
        >>> key == dispute_key(Citation("c", "survey"), dispute, text.replace("wide", "both"))
        False
    """

    def words(span: Span) -> str:
        return normal_text(text[span.start : span.end])

    return digest("\0".join([citation.id, dispute.misuse, words(dispute.words), words(dispute.sentence)]))

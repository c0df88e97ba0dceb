"""Saying in a few words what is unfair about a quotation."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.evidence.fairness.dispute import Dispute, Misuse

_LONGEST = 80


def remark(disputes: Iterable[Dispute], text: str) -> str:
    """Say what is unfair about a citation.

    Args:
        disputes: What is said against it.
        text: Its source's text.

    Example:
        >>> from argmap.text import Span
        >>> text = "Speeds fell, but only on wide streets."
        >>> remark([Dispute(Misuse.CONDITION, Span(13, 37), Span(0, 38), Span(0, 37))], text)
        'the source says “but only on wide streets” (condition)'
    """
    return ", and ".join(
        f"{_where(each)} “{_short(text[each.words.start : each.words.end])}” ({each.misuse})" for each in disputes
    )


def _where(dispute: Dispute) -> str:
    return "it leaves out" if dispute.misuse is Misuse.ELLIPSIS else "the source says"


def _short(words: str) -> str:
    """Put words in one line, their end left out where they are many."""
    line = " ".join(words[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST and len(words) <= 2 * _LONGEST else f"{line[:_LONGEST].rstrip()}…"

"""What is unfair about a quotation, in a few words."""

from __future__ import annotations

from argmap.evidence.fairness.dispute import Dispute, Misuse
from argmap.evidence.fairness.telling import remark
from argmap.text import Span


def said(misuse: Misuse, text: str) -> str:
    """Return what is said where all of a text is what misleads."""
    whole = Span(0, len(text))
    return remark([Dispute(misuse, whole, whole, whole)], text)


def test_what_an_ellipsis_hides_is_left_out() -> None:
    """Hidden words are told apart from words around the passage."""
    assert said(Misuse.ELLIPSIS, "not") == "it leaves out “not” (ellipsis)"
    assert said(Misuse.HEDGE, "may") == "the source says “may” (hedge)"


def test_many_words_are_cut_and_lines_joined() -> None:
    """However much is hidden, the remark is one short line."""
    told = said(Misuse.ELLIPSIS, "and\n so on " * 1_000_000)
    assert told.startswith("it leaves out “and so on and so on")
    assert told.endswith("…” (ellipsis)")
    assert len(told) < 120


def test_several_disputes_are_told_in_order() -> None:
    """Each has its own words."""
    text = "may fall, but not here"
    spans = [(Misuse.CONDITION, Span(10, 22)), (Misuse.HEDGE, Span(0, 3))]
    disputes = [Dispute(misuse, words, Span(0, 22), Span(0, 22)) for misuse, words in spans]
    assert remark(disputes, text) == ("the source says “but not here” (condition), and the source says “may” (hedge)")

"""Splitting a source into sentences."""

from __future__ import annotations

from argmap.workflows.coverage import sentences


def test_long_runs_of_dots_are_passed_over_once():
    """Dots of any number, and abbreviations one after another, are passed over once."""
    assert len(list(sentences("." * 400_000 + "x"))) == 1
    assert len(list(sentences("e.g. A " * 50_000))) == 1


def test_abbreviation_at_the_end_of_a_long_line_is_none():
    """An abbreviation is known wherever it stands in a sentence, and a full stop after another word ends it."""
    text = "word " * 100 + "Dr. Fox left. It rained."
    assert [text[span.start : span.end][-9:] for _, span in sentences(text)] == ["Fox left.", "t rained."]

"""Selectors that name a place: kept as their author wrote them, as far as they still hold."""

from __future__ import annotations

import pytest

from argmap.evidence.passages.describe import describe, describe_all, mended
from argmap.evidence.passages.search import Searched
from argmap.model.citations import Selector
from argmap.text import Span

TEXT = (
    "In May the office looked at ten wells of the northern valley, and six of ten wells were far below the safe level. "
    "The river was low, and six of them ran dry."
)


@pytest.mark.parametrize(
    ("old", "passage", "new"),
    [
        ("six of … far below the safe level", "six of ten wells were far below the safe level", None),
        ("and- six of … the safe level -The river", "six of ten wells were far below the safe level", None),
        (
            "six of the … below the safe level",
            "six of ten wells were far below the safe level",
            "six of ten … below the safe level",
        ),
        (
            "six of … below a safe limit",
            "six of ten wells were far below the safe level",
            "six of … below the safe level",
        ),
        ("Six of … safe level", "six of ten wells were far below the safe level", None),
        ("five of them ran dry", "six of them ran dry", "six of them ran dry"),
        ("six of … were … a level", "six of ten wells were far below the safe level", "six of … were … safe level"),
    ],
)
def test_what_holds_of_a_selector_stays(old, passage, new) -> None:
    """A selector that finds the place stays as it is; of another only the phrase that does not hold is written anew."""
    at = TEXT.index(passage)
    assert mended(Selector(old), Span(at, at + len(passage)), Searched(TEXT)) == Selector(new or old)


def test_a_selector_that_finds_nothing_else_is_described_anew() -> None:
    """Where the old phrases cannot be made to find the place alone, the shortest selector that does is taken."""
    text = "The wells were dry. The wells were full, and the river was high, and the fields were green again in May."
    at = text.index("The wells were full")
    found = mended(Selector("All wells … green"), Span(at, len(text)), Searched(text))
    assert found
    assert found.quote.endswith("May")


MARKED = (
    """The warden said "we will not go". Some (in May) went, the others said 'no', and the states' rights were heard."""
)


@pytest.mark.parametrize(
    ("passage", "quote"),
    [
        ('warden said "we will not go".', 'warden said "we will not go"'),
        ('will not go".', "will not go"),
        ("Some (in May)", "Some (in May)"),
        ("in May)", "in May"),
        ("the others said 'no',", "the others said 'no'"),
        ("the states'", "the states"),
        ('"we will not go". Some', '"we will not go". Some'),
    ],
)
def test_a_mark_at_the_edge_stays_where_its_other_half_does(passage, quote) -> None:
    """A mark of a pair belongs to the passage that has the other one too, and is left out of any other."""
    at = MARKED.index(passage)
    assert describe(Span(at, at + len(passage)), Searched(MARKED)) == Selector(quote)


def test_many_places_are_described_as_each_alone_is() -> None:
    """Describing them together is only faster."""
    lines = [
        f"The {noun} of ward {n} fell, and the {noun} rose." for n in range(60) for noun in ("speed", "noise", "toll")
    ]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    spans = [Span(start, start + len(line) - 1) for start, line in zip(starts, lines, strict=True)]
    alone = {span: describe(span, Searched(text)) for span in spans}
    assert describe_all(spans, Searched(text)) == alone
    assert any(alone.values())

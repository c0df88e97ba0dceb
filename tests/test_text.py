"""Texts: lines, edits, and where edits move what they leave."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text import Edit, LineIndex, OffsetMap, Span, apply_edits

TEXTS = st.text("ab\n", max_size=12)
NEW = st.text("xy", max_size=3)


@st.composite
def edits_of(draw, text: str) -> list[Edit]:
    """Draw edits of a text that do not overlap, in any order; each inserts, deletes or replaces."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    return draw(st.permutations([Edit(span, draw(NEW)) for span in spans]))


@st.composite
def edited(draw) -> tuple[str, list[Edit]]:
    """Draw a text and edits of it."""
    text = draw(TEXTS)
    return text, draw(edits_of(text))


def kept(text: str, edits: list[Edit]) -> list[int]:
    """Return the offsets of the characters that no edit replaces."""
    return [at for at in range(len(text)) if not any(e.span.start <= at < e.span.end for e in edits)]


def spans(text: str) -> list[Span]:
    """Return every span of a text."""
    return [Span(start, end) for start in range(len(text) + 1) for end in range(start, len(text) + 1)]


@given(edited())
def test_edits_change_what_they_say_and_nothing_else(case) -> None:
    """The text after edits is the kept stretches and the new texts, in the order of the text."""
    text, edits = case
    by_hand = text
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end))[::-1]:
        by_hand = by_hand[: edit.span.start] + edit.text + by_hand[edit.span.end :]
    assert apply_edits(text, edits) == by_hand


def test_insertions_at_one_offset_keep_their_order() -> None:
    """What is inserted at the same offset stands in the order in which it was given."""
    assert apply_edits("ab", [Edit(Span(1, 1), "x"), Edit(Span(1, 1), "y")]) == "axyb"


@given(TEXTS, st.data())
def test_overlapping_edits_are_refused(text, data) -> None:
    """Two edits that share a character, or one that inserts inside another, are an error, as is a span backwards."""
    inner = Span(*sorted(data.draw(st.tuples(st.integers(0, 9), st.integers(0, 9)))))
    around = Span(inner.start - data.draw(st.integers(1, 3)), inner.end + data.draw(st.integers(1, 3)))
    for edits in ([Edit(inner, "x"), Edit(around, "y")], [Edit(Span(3, 2), "")]):
        with pytest.raises(ValueError, match="overlap"):
            apply_edits(text, edits)
        with pytest.raises(ValueError, match="overlap"):
            OffsetMap.of(edits)


@given(edited())
def test_kept_characters_are_found_again_both_ways(case) -> None:
    """A span between two kept characters leads to the same characters, and back to itself."""
    text, edits = case
    after, offsets = apply_edits(text, edits), OffsetMap.of(edits)
    places = kept(text, edits)
    for first in places:
        for last in places[places.index(first) :]:
            span = Span(first, last + 1)
            there = offsets.forth(span)
            assert (after[there.start], after[there.end - 1]) == (text[first], text[last])
            assert offsets.back(there) == span


@given(edited())
def test_what_is_inside_an_edit_stands_for_all_of_it(case) -> None:
    """A part of a new text leads back to the whole of what it replaced."""
    _, edits = case
    offsets = OffsetMap.of(edits)
    for edit, start in zip(sorted(edits, key=lambda e: (e.span.start, e.span.end)), offsets.after[1::2], strict=True):
        for at in range(len(edit.text)):
            assert offsets.back(Span(start + at, start + at + 1)) == edit.span


@given(edited())
def test_maps_are_monotone(case) -> None:
    """A span that begins later, or ends later, never leads to one that begins or ends earlier; none is turned round."""
    text, edits = case
    offsets = OffsetMap.of(edits)
    for lead, over in ((offsets.forth, text), (offsets.back, apply_edits(text, edits))):
        filled = [span for span in spans(over) if span.start < span.end]
        for one in filled:
            there = lead(one)
            assert 0 <= there.start <= there.end
            for other in filled:
                if one.start <= other.start and one.end <= other.end:
                    assert there.start <= lead(other).start
                    assert there.end <= lead(other).end


@given(edited(), st.data())
def test_maps_compose(case, data) -> None:
    """One map through two rounds of edits leads where the two lead one after the other, wherever text was kept."""
    text, first = case
    between = apply_edits(text, first)
    second = data.draw(edits_of(between))
    one, two = OffsetMap.of(first), OffsetMap.of(second)
    both = one.then(two)
    assert list(both.before) == sorted(both.before)
    assert list(both.after) == sorted(both.after)
    for at in kept(text, first):
        there = one.forth(Span(at, at + 1))
        if there.start in kept(between, second):
            assert both.forth(Span(at, at + 1)) == two.forth(there)
            assert both.back(two.forth(there)) == Span(at, at + 1)
    after = apply_edits(between, second)
    for span in spans(after):
        stepwise = one.back(two.back(span))
        assert both.back(span).start <= stepwise.start
        assert span.start == span.end or both.back(span).end >= stepwise.end


@given(edited())
def test_composing_with_no_edits_changes_nothing(case) -> None:
    """A map before or after the map of no edits is itself."""
    _, edits = case
    offsets, nothing = OffsetMap.of(edits), OffsetMap()
    assert offsets.then(nothing) == offsets
    assert nothing.then(offsets) == offsets


@given(st.text("a\r\n", max_size=12))
def test_every_offset_has_a_line(text) -> None:
    """An offset is in the line that its position names, that many columns from its beginning."""
    lines = LineIndex(text)
    assert "".join(lines) == text
    for offset in range(len(text) + 1):
        position = lines.position(offset)
        assert lines.start(position.line) + position.column - 1 == offset

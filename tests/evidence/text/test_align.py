"""Approximate matching."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.text.align import align, distances, prefix_distance

from ...strategies import examples

PATTERNS = st.text("abc", min_size=1, max_size=8)
TEXTS = st.text("abc", max_size=20)


def table(pattern, text, *, anchored):
    """Return the last row of the edit distance table, worked out cell by cell."""
    column = list(range(len(pattern) + 1))
    row = [column[-1]]
    for j, symbol in enumerate(text, 1):
        fresh = [j if anchored else 0]
        for i, wanted in enumerate(pattern, 1):
            fresh.append(min(column[i] + 1, fresh[i - 1] + 1, column[i - 1] + (symbol != wanted)))
        column = fresh
        row.append(column[-1])
    return row


@given(PATTERNS, TEXTS, st.booleans())
@examples(200)
def test_bit_vectors_give_the_table(pattern, text, anchored) -> None:
    """The bit-vector distances are those of the edit distance table."""
    assert distances(pattern, text, anchored=anchored) == table(pattern, text, anchored=anchored)


@given(PATTERNS, TEXTS)
@examples(200)
def test_alignment_is_a_stretch_at_the_least_distance(pattern, text) -> None:
    """The stretch found has the distance that is said, and no stretch has a lesser one."""
    found = align(pattern, text)
    assert 0 <= found.start <= found.end <= len(text)
    assert found.distance == min(table(pattern, text, anchored=False))
    assert table(pattern, text[found.start : found.end], anchored=True)[-1] == found.distance


def test_a_changed_edge_stays_inside() -> None:
    """Where the first or last symbol was replaced, the stretch keeps its length."""
    assert (align("abc", "zzabxzz").start, align("abc", "zzabxzz").end) == (2, 5)
    assert (align("abc", "zzxbczz").start, align("abc", "zzxbczz").end) == (2, 5)


def test_words_align_as_characters_do() -> None:
    """A pattern may be of any symbols, of any length."""
    pattern = [f"word{i}" for i in range(300)]
    text = ["x", *pattern[:100], "new", *pattern[100:], "y"]
    found = align(pattern, text)
    assert (found.distance, found.start, found.end) == (1, 1, 302)
    assert prefix_distance(["a", "b"], ["b", "c"]) == 1

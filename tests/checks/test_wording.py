"""The words that all checks share."""

from __future__ import annotations

from argmap.checks._lines import Lines
from argmap.text import Span
from argmap.wording import Nearest, listed, quoted, some


def test_names_are_quoted_whole_up_to_sixty_characters():
    """A long id is shown whole, a very long one by its beginning."""
    assert quoted("x" * 60) == f"'{'x' * 60}'"
    assert quoted("x" * 61) == f"'{'x' * 60}…'"


def test_one_more_is_named_rather_than_counted():
    """A list is cut only where at least two names would be left out."""
    assert listed(["a", "b", "c", "d"]) == "'a', 'b', 'c' and 'd'"
    assert listed(["a", "b", "c", "d", "e"]) == "'a', 'b', 'c' and 2 more"


def test_others_are_mentioned_where_there_are_others():
    """A list of unknown length names as many as it should, and says that there are more only if there are."""
    assert some(["a", "b", "c", "d"]) == "'a', 'b', 'c' and 'd'"
    assert some(["a", "b", "c", "d", "e"]) == "'a', 'b', 'c', 'd' and others"


def test_suggestions_end_when_they_would_take_long():
    """Looking for the id that was meant stops after a number of comparisons, and is not begun for a whole sentence."""
    nearest = Nearest(["speeds-drop"], left=2)
    assert nearest.hint("x" * 61, "no") == "no"
    assert nearest.hint("speed-drops", "no") == "did you mean 'speeds-drop'?"
    assert nearest.hint("speed-drops", "no") == "no"


def test_suggestions_are_made_whatever_the_capitals():
    """An id in capitals is like the same one in small letters, and is named as it is written where it is known."""
    assert Nearest(["gpl-3", "Memo"]).hint("GPL-3", "no") == "did you mean 'gpl-3'?"
    assert Nearest(["gpl-3", "Memo"]).hint("MEMOS", "no") == "did you mean 'Memo'?"


def test_excerpts_are_short():
    """Eight words of a source are shown whole, of more the first eight."""
    text = "one two three four five six seven eight nine"
    lines = Lines({"s": text})
    assert lines.excerpt("s", Span(0, len(text) - 5)) == "'one two three four five six seven eight'"
    assert lines.excerpt("s", Span(0, len(text))) == "'one two three four five six seven eight …'"

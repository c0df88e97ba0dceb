"""The account of an intake: how much of a file is in its text, and what is not."""

from __future__ import annotations

import pytest

from argmap.sources.account import account, told, warnings
from argmap.sources.extract import Extracted, LeftOut


def test_no_more_than_eight_words_of_a_source_are_repeated():
    """However many first words an extractor hands on, a record holds eight of them."""
    lost = LeftOut("note marks", 3, words=30, most=12, first=" ".join(map(str, range(30))))
    assert told(lost) == "note marks at 3 places, 30 words: 0 1 2 3 4 5 6 7 …"


@pytest.mark.parametrize(("kept", "visible", "warned"), [(90, 100, 0), (89, 100, 1), (3, None, 0), (120, 100, 0)])
def test_less_than_nine_tenths_is_a_warning(kept, visible, warned):
    """A warning is due when less than 90 percent of what a reader sees is in the text."""
    found = Extracted("w " * kept, None, "html 1", visible)
    assert len(list(warnings(account(b"", found), ()))) == warned


@pytest.mark.parametrize(("most", "warned"), [(39, 0), (40, 1)])
def test_a_paragraph_is_always_a_warning(most, warned):
    """Forty words at one place are told however small a part of the file they are."""
    found = Extracted("w " * 10_000, None, "html 1", 10_000, (LeftOut("forms", 1, words=most, most=most),))
    assert len(list(warnings(account(b"", found), found.left_out))) == warned

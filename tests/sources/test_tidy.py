"""White space of texts that are taken in."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.extract import tidy


@given(st.text(alphabet="a \t\n\r\f\u00a0", max_size=40))
def test_no_line_ends_with_white_space(text):
    """No line and no page ends with white space, and nothing else is lost."""
    tidied = tidy(text)
    assert not re.search(r"[^\S\n\f](?=[\n\f]|\Z)", tidied)
    assert tidied.split() == text.split()


def test_long_runs_are_passed_over_once():
    """A run of white space of any length is passed over once, not once from each of its characters."""
    for run in (" " * 400_000, "\t" * 400_000):
        assert tidy(f"a{run}x") == f"a{run}x\n"

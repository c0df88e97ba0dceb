"""What cannot be seen in a text is written so that it can, and what scripts are written with stays."""

from __future__ import annotations

import pytest

from argmap.cli.output import as_json, harmless
from argmap.unseen import visible
from argmap.workflows.reporting.report import plain

HIDDEN = (
    *"\x00\x1b\x7f\x9f\xad\u115f\u180e\u200b\u2028\u202a\u202e\u2060\u2066\u206a\u206f\u3164\ud800\ufdd0\ufeff\ufff9\uffff",
    *"\U0001d173\U0001d17a\U0001fffe\U000e0001\U000e0041\U000e007f\U0010ffff",
)
KEPT = "\N{ZERO WIDTH JOINER}\u200c\ufe0f\U000e0100\u200e\u200f\u061c\xa0né雨\U0001f469"


@pytest.mark.parametrize("char", HIDDEN, ids=ascii)
def test_what_cannot_be_seen_is_an_escape(char) -> None:
    """On a terminal, in a report and in JSON, a hidden character is written as an escape in ASCII."""
    for written in (visible(char), harmless(char), plain(f"a{char}b"), as_json(char).decode().rstrip("\n")):
        assert written.isascii()
        assert "\\" in written


def test_what_scripts_are_written_with_stays() -> None:
    """Joiners, selectors of variants and marks of direction stand in texts of many languages."""
    assert visible(KEPT) == harmless(KEPT) == plain(KEPT) == KEPT
    assert KEPT in as_json(KEPT).decode()


def test_json_means_the_same() -> None:
    """What JSON escapes is read back as it was."""
    import json

    text = "".join(char for char in HIDDEN if char != "\ud800")
    assert json.loads(as_json(text)) == text

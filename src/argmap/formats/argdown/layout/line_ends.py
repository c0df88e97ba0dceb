"""The ends of lines: no blanks before them, and at most one empty line after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.formats.argdown.layout.blanks import BLANKS, BREAK, Edit, Kept, blanks_before

_BREAKS = re.compile(r"(?:\r\n|\n)(?:[ \t]*(?:\r\n|\n))*|\r")
_LEADING = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")


def line_ends(text: str, kept: Kept) -> Iterator[Edit]:
    """Yield the edits that leave no blanks before the ends of lines, and at most one empty line after them."""
    length = len(text)
    filled = max(len(text.rstrip(BLANKS + "\r\n")), kept.end_before(length))
    leading = _LEADING.match(text)
    begin = leading.end() if leading else 0
    if begin:
        yield 0, begin, ""
    usual = BREAK.search(text, filled)
    for found in _BREAKS.finditer(text, begin, filled):
        usual = BREAK.match(text, found.start())
        start, end = found.span()
        if kept.holds(start):
            continue
        first = blanks_before(text, start, kept.end_before(start))
        if text[first - 1] != "\r":
            start = first
        new = "".join(BREAK.findall(found[0])[:2])
        if text[start:end] != new:
            yield start, end, new
    last_line = text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]
    if "//" not in last_line:  # which becomes a comment where a line end follows
        yield _end_of_text(text, filled), length, usual[0] if usual else "\n"


def _end_of_text(text: str, end: int) -> int:
    """Return where the text ends: one blank after a backslash belongs to it."""
    return end + 1 if text[end - 1 : end] == "\\" and text[end : end + 1] in (" ", "\t") else end

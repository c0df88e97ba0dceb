"""The indentation of lines: four blanks a level below a statement or argument, none at the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.formats.argdown.layout.blanks import AT_MARGIN, BREAK, Edit, Kept, blanks_after, blanks_before
from argmap.formats.argdown.syntax import tokens as t

STEP = 4

Indents = dict[int, tuple[int, str]]
"""Where the blanks before a mark begin: where they end, and the blanks that replace them."""

_BEGINNINGS = (t.CONTENT - {t.NEWLINE}) | set(range(t.STATEMENT_DEFINITION, t.END))


def new_indents(text: str, tokens: Sequence[t.Token]) -> Indents:
    """Return the blanks that each line with a mark gets."""
    return dict(_each_indent(text, tokens))


def _each_indent(text: str, tokens: Sequence[t.Token]) -> Iterator[tuple[int, tuple[int, str]]]:
    depth = in_list = 0
    is_first = True
    for (kind, start, _), (following, _, _) in pairwise(tokens):
        if kind == t.EMPTYLINE:
            is_first = True
        elif kind == t.INDENT:
            depth += 1
            in_list = in_list or following in (t.ORDERED, t.BULLET)
        elif kind == t.DEDENT:
            depth -= 1
            in_list = in_list and depth > 0
        elif kind == t.RELATION:
            yield blanks_before(text, start), (start, " " * STEP * (depth - in_list))
        elif kind in AT_MARGIN or (is_first and kind in _BEGINNINGS and text[start] != "#"):
            yield blanks_before(text, start), (start, "")
        is_first = is_first and kind in (t.EMPTYLINE, t.NEWLINE, t.INDENT, t.DEDENT)


def margin_edits(text: str, indents: Indents) -> Iterator[Edit]:
    """Yield the edits of the blanks before marks."""
    for start, (end, new) in indents.items():
        if text[start:end] != new:
            yield start, end, new


def carried(text: str, indents: Indents, kept: Kept, comments: set[int]) -> Iterator[Edit]:
    """Yield the edits that move the lines below a mark as far as the mark, and the comments right above it too."""
    owner: tuple[str, str] | None = None
    waiting: list[tuple[int, str]] = []
    for start in (0, *(found.end() for found in BREAK.finditer(text))):
        if kept.holds(start) and start not in comments:
            continue
        blank = text[start : blanks_after(text, start)]
        offset = start + len(blank)
        if offset in comments:
            waiting.append((start, blank))
            continue
        mark = indents.get(start)
        mark = mark if mark and mark[0] == offset else None
        above = (text[start:offset], mark[1]) if mark else None
        for line, old in waiting:
            yield from _moved(text, line, old, above if above and above[0] == old else owner)
        waiting = []
        if above:
            owner = above
        elif text[offset : offset + 1] in ("", "\n", "\r"):
            owner = None
        else:
            yield from _moved(text, start, blank, owner)


def _moved(text: str, start: int, blank: str, owner: tuple[str, str] | None) -> Iterator[Edit]:
    if owner and owner[0] != owner[1] and blank.startswith(owner[0]):
        old, new = owner
        is_heading = len(blank) == len(old) and not new and text.startswith("#", start + len(blank))
        if not is_heading:
            yield start, start + len(old), new

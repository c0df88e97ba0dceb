"""Argdown in one layout: only blanks, line ends, hyphens and numbers change; words, comments and data stay as they are.

Relations are indented by four blanks a level, lists and premise-conclusion structures stand at the margin, one blank
follows a mark or a title, and one empty line at most parts two paragraphs. Time is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.formats.argdown.layout.skeleton import shape
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.parser import parse
from argmap.formats.argdown.syntax.scanner import Scanner

STEP = 4

Edit = tuple[int, int, str]

_BLANKS = " \t"
_AT_MARGIN = frozenset({t.NUMBER, t.ORDERED, t.BULLET, t.INFERENCE_START})
_BEGINNINGS = (t.CONTENT - {t.NEWLINE}) | set(range(t.STATEMENT_DEFINITION, t.END))
_BEFORE_BLANK = _AT_MARGIN | {t.RELATION, t.STATEMENT_DEFINITION, t.ARGUMENT_DEFINITION}
_BREAKS = re.compile(r"(?:\r\n|\n)(?:[ \t]*(?:\r\n|\n))*|\r")
_LEADING = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_BREAK = re.compile(r"\r\n|\n|\r")
_KEPT = (t.DATA, t.FRONT_MATTER, t.HEADING)
_DIGITS = re.compile(r"[0-9]+")
_MOST_DIGITS = 9


def lay_out(text: str) -> str | None:
    r"""Put an Argdown text into the layout.

    Args:
        text: The whole text.

    Returns:
        The text in the layout, which reads as the same; None where it has a syntax error.

    Example:
        >>> lay_out("[Wet]:The street is wet.  \n\t+<Rain>\n\t\t- <Sprinkler>\n\n\n\n[Dry]")
        '[Wet]: The street is wet.\n    + <Rain>\n        - <Sprinkler>\n\n[Dry]\n'
    """
    tree = parse(text)
    if tree.flaws or tree.broken_data:
        return None
    laid = edited(text)
    return laid if shape(parse(laid)) == shape(tree) else text


def edited(text: str) -> str:
    """Give a text that has no syntax errors in the layout."""
    scanner = Scanner(text)
    tokens = scanner.scan()
    kept = _Kept([*scanner.comments, *((a, b) for kind, a, b in tokens if kind in _KEPT)])
    indents = dict(_indents(text, tokens))
    edits = [
        *_margin_edits(text, indents),
        *_gaps(text, tokens),
        *_hyphens(tokens),
        *_numbers(text, tokens),
        *_line_ends(text, kept),
        *_carried(text, indents, kept, {start for start, _ in scanner.comments}),
    ]
    parts: list[str] = []
    last = 0
    for start, end, new in sorted(edits):
        parts += (text[last:start], new)
        last = end
    return "".join([*parts, text[last:]])


class _Kept:
    """The stretches of a text that stay as they are: comments, data, front matter, and the marks of headings."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def holds(self, offset: int) -> bool:
        """Tell whether a character is inside one."""
        return offset < self.end_before(offset, inside=True)

    def end_before(self, offset: int, *, inside: bool = False) -> int:
        """Give the end of the last one that begins before an offset, or at it; 0 where there is none."""
        number = bisect_right(self._starts, offset) - 1
        end = self._spans[number][1] if number >= 0 else 0
        return end if inside else min(end, offset)


def _indents(text: str, tokens: Sequence[t.Token]) -> Iterator[tuple[int, tuple[int, str]]]:
    """Give what begins a line: where the blanks before it begin, where they end, and the blanks that it gets."""
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
            yield _blanks_before(text, start), (start, " " * STEP * (depth - in_list))
        elif kind in _AT_MARGIN or (is_first and kind in _BEGINNINGS and text[start] != "#"):
            yield _blanks_before(text, start), (start, "")
        is_first = is_first and kind in (t.EMPTYLINE, t.NEWLINE, t.INDENT, t.DEDENT)


def _blanks_before(text: str, end: int, first: int = 0) -> int:
    """Give where the blanks before a place begin; a blank behind a backslash is none."""
    start = end
    while start > first and text[start - 1] in _BLANKS:
        start -= 1
    return start + 1 if start < end and text[start - 1 : start] == "\\" else start


def _blanks_behind(text: str, start: int) -> int:
    """Give where the blanks behind a place end."""
    end = start
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    return end


def _margin_edits(text: str, indents: dict[int, tuple[int, str]]) -> Iterator[Edit]:
    for start, (end, new) in indents.items():
        if text[start:end] != new:
            yield start, end, new


def _gaps(text: str, tokens: Sequence[t.Token]) -> Iterator[Edit]:
    """Give the blanks behind marks and titles, and around the rules of an inference."""
    for (kind, _, end), (following, start, _) in pairwise(tokens):
        if kind in _BEFORE_BLANK or kind == t.HEADING:
            if kind == t.INFERENCE_START and following == t.INFERENCE_END:
                continue
            behind = _blanks_behind(text, end)
            new = "" if kind == t.HEADING else " "
            if text[behind : behind + 1] not in ("", "\n", "\r") and text[end:behind] != new:
                yield end, behind, new
        elif following == t.INFERENCE_END:
            before = _blanks_before(text, start, end if kind == t.DATA else 0)
            new = "" if text[before - 1] in "\n\r" else " "
            if text[before:start] != new:
                yield before, start, new


def _hyphens(tokens: Sequence[t.Token]) -> Iterator[Edit]:
    """Give the hyphens of inferences: four in a row, or two before the rules and two behind them."""
    for (kind, _, before), (following, start, end) in pairwise(tokens):
        if following == t.INFERENCE_END:
            is_plain = kind == t.INFERENCE_START and before == start
            if end - start != 2:
                yield start, end, "--"
            if kind == t.INFERENCE_START and not is_plain:
                yield before, start, ""


def _numbers(text: str, tokens: Sequence[t.Token]) -> Iterator[Edit]:
    """Give the numbers of premises and conclusions, each one more than the last, where nothing names them."""
    numbers = [(start, end) for kind, start, end in tokens if kind == t.NUMBER]
    if not numbers:
        return
    own = {start + 1 for start, _ in numbers}
    named = {found[0].lstrip("0") for found in _DIGITS.finditer(text) if found.start() not in own}
    for rows in _reconstructions(tokens):
        old = [text[start + 1 : end - 1] for start, end in rows]
        if max(map(len, old)) > _MOST_DIGITS:
            continue
        new = [str(int(old[0]) + place) for place in range(len(rows))]
        changed = {number.lstrip("0") for pair in zip(old, new, strict=True) if pair[0] != pair[1] for number in pair}
        if not changed & named:
            for (start, end), number in zip(rows, new, strict=True):
                yield start, end, f"({number})"


def _reconstructions(tokens: Sequence[t.Token]) -> Iterator[list[tuple[int, int]]]:
    rows: list[tuple[int, int]] = []
    for kind, start, end in tokens:
        if kind == t.NUMBER:
            rows.append((start, end))
        elif kind in (t.EMPTYLINE, t.END) and rows:
            yield rows
            rows = []


def _line_ends(text: str, kept: _Kept) -> Iterator[Edit]:
    """Give the ends of lines without blanks before them, and with one empty line behind them at most."""
    length = len(text)
    filled = max(len(text.rstrip(_BLANKS + "\r\n")), kept.end_before(length))
    leading = _LEADING.match(text)
    begin = leading.end() if leading else 0
    if begin:
        yield 0, begin, ""
    usual = _BREAK.search(text, filled)
    for found in _BREAKS.finditer(text, begin, filled):
        usual = _BREAK.match(text, found.start())
        start, end = found.span()
        if kept.holds(start):
            continue
        first = _blanks_before(text, start, kept.end_before(start))
        if text[first - 1] != "\r":
            start = first
        new = "".join(_BREAK.findall(found[0])[:2])
        if text[start:end] != new:
            yield start, end, new
    last_line = text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]
    if "//" not in last_line:  # which becomes a comment where a line end follows
        yield _blanks_behind_text(text, filled), length, usual[0] if usual else "\n"


def _blanks_behind_text(text: str, end: int) -> int:
    """Give where the text ends for good: one blank behind a backslash belongs to it."""
    return end + 1 if text[end - 1 : end] == "\\" and text[end : end + 1] in (" ", "\t") else end


def _carried(text: str, indents: dict[int, tuple[int, str]], kept: _Kept, comments: set[int]) -> Iterator[Edit]:
    """Give the lines that go on below a mark, moved as it is, and the comments right above one."""
    owner: tuple[str, str] | None = None
    waiting: list[tuple[int, str]] = []
    for start in (0, *(found.end() for found in _BREAK.finditer(text))):
        if kept.holds(start) and start not in comments:
            continue
        blank = text[start : _blanks_behind(text, start)]
        place = start + len(blank)
        if place in comments:
            waiting.append((start, blank))
            continue
        mark = indents.get(start)
        mark = mark if mark and mark[0] == place else None
        above = (text[start:place], mark[1]) if mark else None
        for line, old in waiting:
            yield from _moved(text, line, old, above if above and above[0] == old else owner)
        waiting = []
        if above:
            owner = above
        elif text[place : place + 1] in ("", "\n", "\r"):
            owner = None
        else:
            yield from _moved(text, start, blank, owner)


def _moved(text: str, start: int, blank: str, owner: tuple[str, str] | None) -> Iterator[Edit]:
    if owner and owner[0] != owner[1] and blank.startswith(owner[0]):
        old, new = owner
        is_heading = len(blank) == len(old) and not new and text.startswith("#", start + len(blank))
        if not is_heading:
            yield start, start + len(old), new

"""Blanks after marks, the hyphens of inferences, and the numbers of premises and conclusions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.formats.argdown.layout.blanks import AT_MARGIN, Edit, blanks_after, blanks_before
from argmap.formats.argdown.syntax import tokens as t

_BEFORE_BLANK = AT_MARGIN | {t.RELATION, t.STATEMENT_DEFINITION, t.ARGUMENT_DEFINITION}
_DIGITS = re.compile(r"[0-9]+")
_MOST_DIGITS = 9
_FIRST = "1"


def gaps(text: str, tokens: Sequence[t.Token]) -> Iterator[Edit]:
    """Yield the edits of the blanks after marks and titles, and around the rules of an inference."""
    for (kind, _, end), (following, start, _) in pairwise(tokens):
        if kind in _BEFORE_BLANK or kind == t.HEADING:
            if kind == t.INFERENCE_START and following == t.INFERENCE_END:
                continue
            after = blanks_after(text, end)
            new = "" if kind == t.HEADING else " "
            if text[after : after + 1] not in ("", "\n", "\r") and text[end:after] != new:
                yield end, after, new
        elif following == t.INFERENCE_END:
            before = blanks_before(text, start, end if kind == t.DATA else 0)
            new = "" if text[before - 1] in "\n\r" else " "
            if text[before:start] != new:
                yield before, start, new


def hyphens(tokens: Sequence[t.Token]) -> Iterator[Edit]:
    """Yield the edits of the hyphens of inferences: four in a row, or two before the rules and two after them."""
    for (kind, _, before), (following, start, end) in pairwise(tokens):
        if following == t.INFERENCE_END:
            is_plain = kind == t.INFERENCE_START and before == start
            if end - start != 2:
                yield start, end, "--"
            if kind == t.INFERENCE_START and not is_plain:
                yield before, start, ""


def numbers(text: str, tokens: Sequence[t.Token]) -> Iterator[Edit]:
    """Yield the edits that number premises and conclusions one by one, where no text mentions the numbers."""
    numbers = [(start, end) for kind, start, end in tokens if kind == t.NUMBER]
    if not numbers:
        return
    own = {start + 1 for start, _ in numbers}
    named = {found[0].lstrip("0") for found in _DIGITS.finditer(text) if found.start() not in own}
    for rows in _reconstructions(text, tokens):
        old = [_number(text, row) for row in rows]
        if max(map(len, old)) > _MOST_DIGITS:
            continue
        new = [str(int(old[0]) + index) for index in range(len(rows))]
        if new[1:] == [_FIRST]:
            continue
        changed = {number.lstrip("0") for pair in zip(old, new, strict=True) if pair[0] != pair[1] for number in pair}
        if not changed & named:
            for (start, end), number in zip(rows, new, strict=True):
                yield start, end, f"({number})"


def _reconstructions(text: str, tokens: Sequence[t.Token]) -> Iterator[list[tuple[int, int]]]:
    """Yield the numbers of each argument; a row (1) below a conclusion, which is not (1), begins another."""
    rows: list[tuple[int, int]] = []
    concludes = is_below = False
    for kind, start, end in tokens:
        if kind == t.NUMBER:
            if rows and is_below and _number(text, rows[-1]) != _FIRST == _number(text, (start, end)):
                yield rows
                rows = []
            rows.append((start, end))
            is_below, concludes = concludes, False
        elif kind == t.INFERENCE_START:
            concludes = True
        elif kind in (t.EMPTYLINE, t.END) and rows:
            yield rows
            rows = []


def _number(text: str, row: tuple[int, int]) -> str:
    return text[row[0] + 1 : row[1] - 1]

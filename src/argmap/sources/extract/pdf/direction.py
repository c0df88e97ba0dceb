"""Lines written from right to left, in the order in which they are read.

PDFium returns them in an order that differs from file to file and from word to word, partly as it is seen. Where the
letters stand tells it: they are read from the right, but figures and words of other scripts among them from the left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import inf

_LETTERS = "\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(rf"[{_LETTERS}]")
_FROM_THE_LEFT = re.compile(rf"[^\W_{_LETTERS}](?:[^{_LETTERS}]*[^\W_{_LETTERS}])?")
_LAM_ALEF = re.compile("([اأإآٱ])(ل)")
_BRACKETS = str.maketrans("()[]{}", ")(][}{")


def is_right_to_left(line: str) -> bool:
    """Return whether most letters of a line are of a script that is written from right to left."""
    return len(_RIGHT_TO_LEFT.findall(line)) * 2 > sum(map(str.isalpha, line))


def in_order(line: str, span: Callable[[int], tuple[float, float] | None], blank: float) -> str:
    """Return a line that is written from right to left as it is read.

    Args:
        line: The line, in any order.
        span: Returns the left and the right end of the character at an offset; None where it stands nowhere.
        blank: How wide a gap between two letters is at least that parts words.

    Example:
        >>> in_order("ג 12 בא", lambda at: (at * 10, at * 10 + 10), 5)
        'אב 12 ג'
        >>> in_order("אבג", lambda at: [(40, 50), (30, 40), (10, 20)][at], 5)
        'אב ג'
    """
    places: dict[tuple[float, float], str] = {}
    for at, character in enumerate(line):
        where = None if character.isspace() else span(at)
        if where:
            places[where] = places.get(where, "") + character
    text, end = "", -inf
    for where in sorted(places, key=lambda where: (where[1], where[0]), reverse=True):
        text += " " if end - where[1] > blank else ""
        text += _LAM_ALEF.sub(r"\2\1", places[where])
        end = where[0]
    text = _FROM_THE_LEFT.sub(lambda match: _turned(match[0]), text)
    bracket = re.search(r"[()]", text)
    return text.translate(_BRACKETS) if bracket and bracket[0] == ")" else text


def _turned(run: str) -> str:
    """Turn what is read from the left: words as a whole, figures one by one."""
    if any(map(str.isalpha, run)):
        return run[::-1]
    return re.sub(r"\S+", lambda match: match[0][::-1], run)

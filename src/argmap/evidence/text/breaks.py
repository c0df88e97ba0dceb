"""Line breaks that stand for no blank: in hyphenated words, after dashes and slashes, and in scripts without spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from argmap.evidence.text.folding import DROPPED, SPACES, is_dropped, is_mark
from argmap.text import UNSPACED

_MOST_MARKS = 30
_SOFT_HYPHENS = "\xad\ufffe"
_DASHES = "‐‑‒–—―/-"
_BLANKS = rf"[ {SPACES.translate({10: None, 12: None, 13: None})}{DROPPED}]{{0,200}}+"
_BREAK = rf"{_BLANKS}(?:(?:\r\n?|\n)\f?|\f\n?){_BLANKS}"
_HYPHEN_BREAK = re.compile(rf"[{_SOFT_HYPHENS}{_DASHES}](?<=[^\s{_DASHES}].){_BREAK}(?=[^\W_])", re.DOTALL)
_WIDE = rf"{UNSPACED}\u3001-\u303f\uff01-\uff9f"

Change = tuple[int, int, str]
"""Where a part of a text begins and ends, and what to put there."""


def has_hyphen_break(text: str) -> bool:
    """Tell whether a line ends in a hyphen, dash or slash of a word."""
    return _HYPHEN_BREAK.search(text) is not None


def joined_at_hyphens(text: str) -> str:
    r"""Join the lines that end in a hyphen, dash or slash of a word, and keep all these but the soft ones.

    Example:
        >>> joined_at_hyphens("by-\nlaw")
        'by-law'
    """
    return _HYPHEN_BREAK.sub(lambda match: match[0][0].strip(_SOFT_HYPHENS), text)


def hyphen_breaks(chunk: str) -> Iterator[Change]:
    """Find the line breaks at a hyphen, dash or slash; the hyphen of a hyphenated word goes with its line break."""
    for match in _HYPHEN_BREAK.finditer(chunk):
        start = match.start()
        if is_mark(chunk[match.end()]):
            continue
        if chunk[start] in _SOFT_HYPHENS or (chunk[start] in "-‐" and _is_hyphenated(chunk, start, match.end())):
            while start and is_dropped(chunk[start - 1]):
                start -= 1
            yield start, match.end(), ""
        else:
            yield start + 1, match.end(), ""


def _is_hyphenated(chunk: str, at: int, end: int) -> bool:
    before = reversed(chunk[max(0, at - _MOST_MARKS) : at])
    letter = next((c for c in before if not (is_mark(c) or is_dropped(c))), "")
    return letter.islower() and chunk[end].islower()


def wide_breaks(chunk: str) -> Iterator[Change]:
    """Find the line breaks between characters of scripts that set no spaces."""
    for match in _wide_break().finditer(chunk):
        joins = _wide().match(match[0]) or _wide().match(chunk, match.end())
        if joins and not is_mark(chunk[match.end()]):
            yield match.start() + 1, match.end(), ""


@cache
def _wide_break() -> re.Pattern[str]:
    return re.compile(rf"[{_WIDE}“”‘’—…·]{_BREAK}(?=[{_WIDE}“”‘’—…·])")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(rf"[{_WIDE}]")

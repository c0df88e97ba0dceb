"""What may be wrong with the text of a PDF, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.sources.extract.pdf.pages import Page

_FEWEST = 3
_UP, _ASIDE = 0.02, 0.1
"""Of the page: a line that stands so much higher than the one before, and not so far to its right, is out of order."""
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_UNREADABLE = re.compile(r"[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_MOST_RANGES = 8


def doubts(pages: Sequence[Page]) -> tuple[str, ...]:
    """Return what may be wrong with the text of pages, in a sentence each."""
    return tuple(
        f"{_named(numbers)}: {sentence}"
        for is_so, sentence in _KINDS
        if (numbers := [number for number, page in enumerate(pages, 1) if is_so(page)])
    )


def _is_pictured(page: Page) -> bool:
    return page.pictured


def _is_right_to_left(page: Page) -> bool:
    text = page.text
    return len(_RIGHT_TO_LEFT.findall(text)) * 20 > sum(map(str.isalpha, text))


def _is_unreadable(page: Page) -> bool:
    text = page.text
    return len(_UNREADABLE.findall(text)) * 50 > sum(map(str.isalnum, text)) + 50


def _is_turned(page: Page) -> bool:
    return sum(line.turned for line in page.lines) >= _FEWEST


def _is_out_of_order(page: Page) -> bool:
    """Return whether lines follow each other that do not so on the page, or run across columns."""
    body = [line for line in page.lines if line.text and not line.turned and 0.1 < line.top < 0.9]
    back = sum(a.top - b.top > _UP and b.left - a.left < _ASIDE for a, b in pairwise(body))
    return back > max(_FEWEST, len(body) // 10) or page.beside > max(_FEWEST, len(body) // 4)


_KINDS = (
    (_is_pictured, "only pictures, without a text layer: run a text recognition (OCR) over them"),
    (
        _is_right_to_left,
        "writing from right to left, whose order is a guess: compare what you cite with the page",
    ),
    (
        _is_unreadable,
        "letters that the file does not name, as its fonts are its own: compare what you cite with the page",
    ),
    (_is_out_of_order, "columns or boxes whose order is a guess: compare what you cite with the page"),
    (_is_turned, "turned text, whose order is a guess: compare what you cite with the page"),
)


def _named(numbers: Sequence[int]) -> str:
    """Return the names of pages, such as ``pages 2, 4–7``."""
    ranges = list(_ranges(numbers))
    more = f" and {len(ranges) - _MOST_RANGES} more" if len(ranges) > _MOST_RANGES else ""
    shown = ", ".join(f"{a}–{b}" if a < b else str(a) for a, b in ranges[:_MOST_RANGES])
    return f"page{'s' if len(numbers) > 1 else ''} {shown}{more}"


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = before = numbers[0]
    for number in numbers[1:]:
        if number > before + 1:
            yield start, before
            start = number
        before = number
    yield start, before

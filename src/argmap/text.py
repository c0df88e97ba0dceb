"""Spans of a text, the lines and columns that people read, edits, and where edits move what they leave."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, count, islice, pairwise
from operator import add
from typing import NamedTuple

from attrs import field, frozen

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u0f00-\u109f"  # Tibetan, Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff\uff66-\uff9f"  # kana
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
"""What belongs into the brackets of a regular expression for the scripts that set no spaces between words."""


@frozen
class Span:
    """A half-open range of code points in a file's text.

    Attributes:
        start: Offset of the first code point, counted from 0.
        end: Offset after the last code point.
    """

    start: int
    end: int


@frozen
class Position:
    """A line and column, as an editor shows them.

    Attributes:
        line: Counted from 1.
        column: Counted in code points from 1.
    """

    line: int
    column: int


@frozen
class LineIndex:
    r"""A text and where its lines begin; ``\n``, ``\r\n`` and ``\r`` end a line.

    Attributes:
        text: The whole text, with its own line ends.

    Example:
        >>> lines = LineIndex("title: A\nnodes:\n")
        >>> lines.position(9)
        Position(line=2, column=1)
        >>> lines.line(1)
        'title: A'
        >>> lines.extent(2)
        (9, 15)
    """

    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]
        return [0, *map(add, accumulate(map(len, self.text.split("\n")[:-1])), count(1))]

    def __len__(self) -> int:
        """Return the number of lines; a text that ends with a line end has an empty last line."""
        return len(self._starts)

    def __iter__(self) -> Iterator[str]:
        """Go through the lines, each with its line end."""
        return (self.text[start:end] for start, end in pairwise([*self._starts, len(self.text)]))

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset (in code points; the end of the text is allowed)."""
        return Position(*self.at(offset))

    def at(self, offset: int) -> tuple[int, int]:
        """Return what `position` does, as two numbers."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def start(self, line: int) -> int:
        """Return the offset at which a line begins; lines count from 1."""
        return self._starts[line - 1]

    def line(self, number: int) -> str:
        """Return a line without its line end; lines count from 1."""
        return self.text[slice(*self.extent(number))]

    def extent(self, number: int) -> tuple[int, int]:
        """Return the offsets at which a line begins and ends, without its line end; lines count from 1."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end


def line_ends(text: str) -> Counter[str]:
    r"""Count the line ends of a text, by kind.

    Example:
        >>> line_ends("a\r\nb\r\nc\n")
        Counter({'\r\n': 2, '\n': 1})
    """
    return Counter(_LINE_BREAK.findall(text))


class Edit(NamedTuple):
    """A change to a text: what to put in place of a span.

    Attributes:
        span: What is replaced; an empty span is where something is inserted.
        text: What stands there afterwards.
    """

    span: Span
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with all edits made; their spans are offsets in the text as it was.

    Args:
        text: Any text.
        edits: In any order. Those that insert at the same offset do so in the order given.

    Raises:
        ValueError: Two edits overlap.

    Example:
        >>> apply_edits("a wet street", [Edit(Span(6, 12), "road"), Edit(Span(2, 2), "very ")])
        'a very wet road'
    """
    parts: list[str] = []
    last = 0
    for edit in _in_order(edits):
        parts += text[last : edit.span.start], edit.text
        last = edit.span.end
    return "".join([*parts, text[last:]])


def _in_order(edits: Iterable[Edit]) -> Iterator[Edit]:
    last = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < last or edit.span.end < edit.span.start:
            raise ValueError(f"two edits overlap at offset {edit.span.start}")
        last = edit.span.end
        yield edit


@frozen
class OffsetMap:
    """Which part of a text became which part of another.

    Both texts fall into the same number of pieces. Those with an even index were copied character by character; those
    with an odd index stand for each other as a whole, and either may be empty.

    Attributes:
        before: The offsets at which the pieces begin in the text as it was; the first is 0.
        after: The offsets at which they begin in the text that was made of it.

    Example:
        >>> offsets = OffsetMap.of([Edit(Span(2, 2), "very "), Edit(Span(6, 12), "road")])
        >>> offsets.forth(Span(2, 5)), offsets.back(Span(7, 10))  # wet
        (Span(start=7, end=10), Span(start=2, end=5))
        >>> offsets.back(Span(12, 14))  # inside road: the whole of what it replaced
        Span(start=6, end=12)
    """

    before: Sequence[int] = (0,)
    after: Sequence[int] = (0,)

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> OffsetMap:
        """Return the map that leads through some edits of a text; raises `ValueError` where two overlap."""
        before, after = [0], [0]
        shift = 0
        for edit in _in_order(edits):
            start = edit.span.start + shift
            before += edit.span.start, edit.span.end
            after += start, start + len(edit.text)
            shift = after[-1] - before[-1]
        return cls(before, after)

    def forth(self, span: Span) -> Span:
        """Return where a span of the text as it was is afterwards; an edit that it touches inside is taken whole."""
        return _carried(span, self.before, self.after)

    def back(self, span: Span) -> Span:
        """Return which span of the text as it was a span of the later text comes from; the inverse of `forth`."""
        return _carried(span, self.after, self.before)

    def then(self, later: OffsetMap) -> OffsetMap:
        """Return the map that leads through the edits of this map, and then through those of another.

        Edits of the two that overlap become one; others stay apart, so that what neither changed is still exact.

        Example:
            >>> both = OffsetMap.of([Edit(Span(0, 0), "> ")]).then(OffsetMap.of([Edit(Span(4, 5), "")]))
            >>> both.back(Span(2, 5))
            Span(start=0, end=4)
        """
        between = [(b, 0, a, later._through(b)) for b, a in self._replaced()]
        between += [(b, 1, self.back(b), c) for c, b in later._replaced()]
        between.sort(key=lambda piece: (piece[0].start, piece[0].end, piece[1]))
        before, after = [0], [0]
        reach = 0
        for here, _, source, made in between:
            if here.start < reach:
                before[-2:] = min(before[-2], source.start), max(before[-1], source.end)
                after[-2:] = min(after[-2], made.start), max(after[-1], made.end)
            else:
                before += source.start, source.end
                after += made.start, made.end
            reach = max(reach, here.end)
        return OffsetMap(before, after)

    def _replaced(self) -> Iterator[tuple[Span, Span]]:
        """Go through the pieces that stand for each other as a whole: after, and before."""
        for piece in range(1, len(self.before), 2):
            end = piece + 2
            yield Span(*self.after[piece:end]), Span(*self.before[piece:end])

    def _through(self, span: Span) -> Span:
        """Return what `forth` does, but for an empty span the side on which an insertion there comes after it."""
        if span.start < span.end:
            return self.forth(span)
        piece = max(0, bisect_left(self.before, span.end) - 1)
        offset = self.after[piece + 1] if piece % 2 else self.after[piece] + span.end - self.before[piece]
        return Span(offset, offset)


def _carried(span: Span, here: Sequence[int], there: Sequence[int]) -> Span:
    start, end = span.start, span.end
    piece = bisect_right(here, start) - 1
    first = there[piece] if piece % 2 else there[piece] + start - here[piece]
    if end <= start:
        return Span(first, first)
    piece = bisect_left(here, end) - 1
    return Span(first, there[piece + 1] if piece % 2 else there[piece] + end - here[piece])


def count_words(text: str) -> int:
    """Count the words that people see; in scripts that set no spaces, each character counts as one.

    Example:
        >>> count_words("Mean speed fell."), count_words("水位上涨了。")
        (3, 5)
    """
    return len(text.split()) if text.isascii() else sum(1 for _ in _words().finditer(text))


def first_words(text: str, most: int) -> str:
    r"""Return the beginning of a text, on one line.

    Example:
        >>> first_words("Mean speed\nfell.", 2), first_words("水位上涨了。", 2)
        ('Mean speed', '水位')
    """
    last = next(islice(_words().finditer(text), most - 1, None), None)
    return " ".join((text[: last.end()] if last else text).split())


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]|[^\s\u3000-\u303f\uff00-\uff65{UNSPACED}]+")


def runs_to_left(text: str) -> bool:
    """Tell whether a text runs from right to left: its first letter does (Unicode's Annex 9, P2 and P3).

    Example:
        >>> [runs_to_left(text) for text in ("15 % \u05d4\u05de\u05d7", "rose \u05d4\u05de\u05d7", "15 %")]
        [True, False, False]
    """
    if text.isascii():
        return False
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"

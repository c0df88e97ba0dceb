"""A text as a stream of word codes, in which many phrases are found in one pass.

A word's code is 12 bits of a checksum of the word without case. About fifty words of a dictionary share each code: a
row of codes finds its passage again, but does not reveal its words.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, compress, count, islice
from math import prod
from operator import add
from zlib import crc32

from attrs import field, frozen

from argmap.evidence.text.words import word_pattern, words

_CHUNK = 1 << 13
_BLOCK = 1 << 16
_SPACED = {i: chr(i).lower() if chr(i).isalnum() else " " for i in range(128)}
_MOST_KNOWN = 1 << 17
SEED = 4
"""Words of a seed, the row of codes by which a phrase is looked up."""

Codes = Sequence[int]
Gram = tuple[int, ...]


def code(word: str) -> int:
    """Return a word's code, 0 to 4095.

    Example:
        >>> code("Wells") == code("wells"), code("wells") == code("dry")
        (True, False)
    """
    return crc32(word.casefold().encode("utf-8", "surrogatepass")) & 0xFFF


def codes(text: str) -> Gram:
    """Return the codes of the words of a short text in normal form N1."""
    return tuple(map(code, words(text)))


class _Known(dict[str, int]):
    """The codes of the words met so far."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[word] = found = code(word)
        return found


@frozen(eq=False)
class Tokens:
    """A text in normal form N1 as a stream of words.

    Attributes:
        text: The text.
        codes: The code of each word, 16 bits each.
        starts: The offset at which each word begins, 32 bits each.
    """

    text: str = field(repr=False)
    codes: array[int] = field(repr=False)
    starts: array[int] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Tokens:
        """Split a text into words.

        Example:
            >>> list(Tokens.of("Wells ran dry.").starts)
            [0, 6, 10]
        """
        found, starts = array("H"), array("I")
        known = _Known()
        for run, at in split_words(text):
            found.extend(map(known.__getitem__, run))
            starts.extend(at)
        return cls(text, found, starts)

    def word_end(self, token: int) -> int:
        """Return the offset after a word."""
        start = self.starts[token]
        run = self.text[start : self.starts[token + 1] if token + 1 < len(self.starts) else len(self.text)]
        match = word_pattern(run).match(run)
        return start + (match.end() if match else 0)

    @cached_property
    def counts(self) -> Counter[int]:
        """Count how often each code occurs."""
        return Counter(self.codes)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.codes)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find(" ", start + _CHUNK)
        end = len(text) if end < 0 else end
        yield start, end
        start = end


def split_words(text: str) -> Iterator[tuple[list[str], Iterator[int]]]:
    """Split a text into words, a stretch at a time: the words, some of them without case, and where each begins."""
    for begin, end in _chunks(text):
        chunk = text[begin:end]
        yield (_split_ascii if chunk.isascii() else _split)(chunk, begin)


def _split_ascii(chunk: str, begin: int) -> tuple[list[str], Iterator[int]]:
    parts = chunk.translate(_SPACED).split(" ")
    at = map(add, accumulate(map(len, parts), initial=begin), count())
    return list(filter(None, parts)), compress(at, parts)


def _split(chunk: str, begin: int) -> tuple[list[str], Iterator[int]]:
    matches = list(word_pattern(chunk).finditer(chunk))
    return [match[0] for match in matches], (begin + match.start() for match in matches)


def positions(stream: Codes, grams: Iterable[Gram]) -> dict[Gram, array[int]]:
    """Find rows of codes in a stream, in one pass for each length of row.

    Args:
        stream: Codes of a text.
        grams: The rows looked for.

    Returns:
        For each row that is there, the indices at which it begins, in order.

    Example:
        >>> positions([7, 8, 9, 7, 8], [(7, 8), (8, 9), (9, 9)])
        {(7, 8): array('I', [0, 3]), (8, 9): array('I', [1])}
    """
    wanted = set(grams)
    found: dict[Gram, array[int]] = {}
    for size in sorted({len(gram) for gram in wanted}):
        for begin in range(0, len(stream) - size + 1, _BLOCK):
            values = list(stream[begin : begin + _BLOCK + size - 1])
            windows = zip(*(islice(values, shift, None) for shift in range(size)), strict=False)
            for at in compress(count(), map(wanted.__contains__, windows)):
                gram = tuple(values[at : at + size])
                hits = found.get(gram)
                if hits is None:
                    found[gram] = hits = array("I")
                hits.append(begin + at)
    return found


def rarest(row: Codes, counts: Mapping[int, int]) -> tuple[int, Gram]:
    """Choose the seed of a row of codes: its rarest four words in succession, or all of it where it is shorter.

    Args:
        row: Codes of a phrase, at least one.
        counts: How often each code occurs in the text.

    Returns:
        Where in the row the seed begins, and the seed.
    """
    if len(row) <= SEED:
        return 0, tuple(row)
    rarities = [counts.get(value, 0) for value in row]
    at = min(range(len(row) - SEED + 1), key=lambda i: prod(rarities[i : i + SEED]))
    return at, tuple(row[at : at + SEED])

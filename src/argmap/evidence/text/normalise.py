r"""The two normal forms in which texts and quotations are compared, with a map back to the text as it stands.

**N1** undoes what typesetting, extraction and copying do to a text, and nothing that changes what it says: Unicode NFC;
soft hyphens, zero-width and bidirectional marks and byte order marks dropped; quotation marks, dashes and spaces
folded to their ASCII forms; Latin ligatures and the ellipsis written out; ``hyphen-⏎ated`` words joined; white space
collapsed and trimmed. Case is kept. NFKC is not used, as it would turn 10² into 102.

**N2** keeps only the letters and digits of N1, without case. Two texts that are equal in N2 differ in case, spacing,
punctuation or hyphenation.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from attrs import field, frozen

from argmap.text import Span

VERSION = 1
"""Of both normal forms; raised whenever any text would come out differently."""

_CHUNK = 1 << 18
_LONGEST_CLUSTER = 30  # marks on one letter, after the Stream-Safe Text Format of UAX #15

_DROPPED_CODES = (0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A))
_DROPPED = "".join(map(chr, (*_DROPPED_CODES, 0xFEFF)))
_EXPANDED = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "..."}
_FOLDED = {
    **dict.fromkeys("‘’‚‛‹›′´ʼ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
}

_HYPHENS = "-‐\u00ad"
_JOIN = re.compile(rf"[{_HYPHENS}](?<=\S[{_HYPHENS}])[^\S\n]*\n[^\S\n]*(?=[^\W\d_])")
_GAP = re.compile(r"  +")
_GAP_OR_DROPPED = re.compile(rf"[ {_DROPPED}]{{2,}}|[{_DROPPED}]")
_EXPANDS = re.compile(rf"[{''.join(_EXPANDED)}]")
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_FOLDS = re.compile(rf"[{''.join(_FOLDED)}{_SPACES}]")
_FOLDS_ASCII = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f", " "))
_IS_DROPPED = re.compile(rf"[{_DROPPED}]").match
_DROPS = re.compile(rf"[{_DROPPED}]+")
_MANY_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{_LONGEST_CLUSTER + 1},}}")
_NOT_ASCII = re.compile(r"[\s\S]?[^\x00-\x7f]+")
_WORD = re.compile(r"[^\W_]+")

_Change = tuple[int, int, str]


@frozen(eq=False)
class Normal:
    """A text in normal form N1, and which part of it came from where.

    The map is piecewise: ``_normal_breaks`` and ``_raw_breaks`` hold the offsets at which its pieces begin. Pieces at
    even indices are copied character by character; those at odd indices stand for each other as a whole, as ``ﬁ`` and
    ``fi`` do.

    Attributes:
        raw: The text as it stands.
        text: Its normal form.
    """

    raw: str = field(repr=False)
    text: str
    _normal_breaks: array[int] = field(repr=False)
    _raw_breaks: array[int] = field(repr=False)

    def to_raw(self, span: Span) -> Span:
        r"""Return the part of the raw text that a part of the normal form stands for (half-open, in code points).

        Example:
            >>> normal = normalise("an  e\ufb03cient\nstart")
            >>> normal.text
            'an efficient start'
            >>> normal.to_raw(Span(3, 5)), normal.to_raw(Span(13, 18))
            (Span(start=4, end=6), Span(start=12, end=17))
        """
        return _carry(span, self._normal_breaks, self._raw_breaks)

    def from_raw(self, span: Span) -> Span:
        """Return the part of the normal form that stands for a part of the raw text; the inverse of `to_raw`."""
        return _carry(span, self._raw_breaks, self._normal_breaks)


def _carry(span: Span, here: array[int], there: array[int]) -> Span:
    piece = bisect_right(here, span.start) - 1
    start = there[piece] if piece % 2 else there[piece] + span.start - here[piece]
    if span.end <= span.start:
        return Span(start, start)
    piece = bisect_left(here, span.end) - 1
    return Span(start, there[piece + 1] if piece % 2 else there[piece] + span.end - here[piece])


def normalise(text: str) -> Normal:
    r"""Bring a text into normal form N1.

    Works through the text in pieces of about 256 KB, as one wide character would otherwise slow down all of it.

    Args:
        text: Any text, with any line ends.

    Returns:
        The normal form with its map to the text.

    Example:
        >>> normalise("“Mean\u00a0speed” fell\r\nby 4–5 per-\ncent …").text
        '"Mean speed" fell by 4-5 percent ...'
    """
    normal, raw = array("I", [0]), array("I", [0])
    parts: list[str] = []
    length = 0
    for start, end in _chunks(text):
        chunk = text[start:end]
        changes, folded = _normalise_chunk(chunk)
        parts.append(folded)
        shift = length - start
        for begin, stop, new in changes:
            at = start + begin
            normal.append(at + shift)
            raw.append(at)
            shift += len(new) - (stop - begin)
            normal.append(start + stop + shift)
            raw.append(start + stop)
        length += len(folded)
    return Normal(text, "".join(parts), normal, raw)


def normal_text(text: str) -> str:
    r"""Return a short text in normal form N1, without the map.

    Example:
        >>> normal_text(" the\u00ad  safe\tlevel ")
        'the safe level'
    """
    text = text.replace("…", "...")
    if text.isascii() and not ("\n" in text and _JOIN.search(text)):
        return " ".join(text.split())
    return _normalise_chunk(text)[1]


def letters_and_digits(text: str) -> str:
    """Return a text that is in N1 in normal form N2.

    Example:
        >>> letters_and_digits("Well-known: 4.1 km/h")
        'wellknown41kmh'
    """
    return "".join(_WORD.findall(text)).casefold()


@cache
def _inside_word() -> re.Pattern[str]:
    return re.compile(r"[A-Za-zА-яء-غぁ-ゖ㐀-鿿가-힣](?=[A-Za-zА-яء-غぁ-ゖ㐀-鿿가-힣])")


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Yield chunks, cut where no change can reach across: between two plain letters."""
    start = 0
    while len(text) - start > _CHUNK:
        cut = _inside_word().search(text, start + _CHUNK)
        if cut is None:
            break
        yield start, cut.end()
        start = cut.end()
    yield start, len(text)


def _normalise_chunk(chunk: str) -> tuple[list[_Change], str]:
    folded = _fold(chunk)
    changes = _merge(list(_joins(chunk)), _gaps(folded))
    if folded.isascii():
        return changes, _apply(folded, changes)
    changes = _merge([(m.start(), m.end(), _EXPANDED[m[0]]) for m in _EXPANDS.finditer(folded)], changes)
    text = _apply(folded, changes)
    if _MANY_MARKS.search(chunk) or not unicodedata.is_normalized("NFC", text):
        changes = _merge(list(_compositions(chunk)), changes)
        text = _apply(folded, changes)
    return changes, text


def _fold(text: str) -> str:
    if text.isascii():
        return text.translate(_FOLDS_ASCII)
    return _FOLDS.sub(lambda match: _FOLDED.get(match[0], " "), text.replace("\n", " "))


def _joins(chunk: str) -> Iterator[_Change]:
    """Find the words that are hyphenated at a line end."""
    for match in _JOIN.finditer(chunk):
        start = match.start()
        while start and _IS_DROPPED(chunk[start - 1]):
            start -= 1
        before = reversed(chunk[max(0, start - _LONGEST_CLUSTER) : start])
        letter = next((c for c in before if not _is_mark(c)), "")
        if letter.islower() and chunk[match.end()].islower():
            yield start, match.end(), ""


def _gaps(folded: str) -> list[_Change]:
    """Find the runs of spaces and dropped characters; one space is left of each, and none at the ends of the text."""
    pattern = _GAP if folded.isascii() or not _DROPS.search(folded) else _GAP_OR_DROPPED
    tail = len(folded.rstrip(f" {_DROPPED}"))
    head = tail - len(folded[:tail].lstrip(f" {_DROPPED}"))
    gaps = [(m.start(), m.end(), " " if " " in m[0] else "") for m in pattern.finditer(folded, head, tail)]
    return [c for c in ((0, head, ""), *gaps, (tail, len(folded), "")) if c[0] < c[1]]


def _apply(chunk: str, changes: list[_Change]) -> str:
    if not changes:
        return chunk
    parts: list[str] = []
    at = 0
    for start, end, new in changes:
        parts += chunk[at:start], new
        at = end
    parts.append(chunk[at:])
    return "".join(parts)


def _compositions(chunk: str) -> Iterator[_Change]:
    """Find the letters with marks that NFC changes; a mark may stand after dropped characters."""
    for run in _NOT_ASCII.finditer(chunk):
        start = run.start()
        for at in range(start + 1, run.end() + 1):
            if at < run.end() and at - start <= _LONGEST_CLUSTER and _clings(chunk[at], chunk[start]):
                continue
            cluster = chunk[start:at].lstrip(_DROPPED)
            begin = at - len(cluster)
            cluster = cluster.rstrip(_DROPPED)
            bare = _DROPS.sub("", cluster)
            plain = _EXPANDED.get(bare[:1], bare[:1]) + bare[1:]
            new = _fold(unicodedata.normalize("NFC", plain))
            if new != _fold(plain):
                yield begin, begin + len(cluster), new
            start = at


def _merge(compositions: list[_Change], changes: list[_Change]) -> list[_Change]:
    """Put both in order, without the changes that stand inside a composition."""
    ends = [end for _, end, _ in compositions]
    kept = [
        change
        for change in changes
        if (i := bisect_right(ends, change[0])) == len(ends) or change[1] <= compositions[i][0]
    ]
    return sorted(compositions + kept)


def _clings(character: str, first: str) -> bool:
    return not first.isspace() and (_is_mark(character) or _IS_DROPPED(character) is not None)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"

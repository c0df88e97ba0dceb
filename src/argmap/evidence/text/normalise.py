r"""The two normal forms in which texts and quotations are compared, with a map back to the text as it stands.

**N1** undoes what typesetting, extraction and copying do to a text, and nothing that changes what it says: Unicode NFC;
soft hyphens, tatweel, variation selectors, zero-width and bidirectional marks and byte order marks dropped; quotation
marks, gershayim, dashes, spaces, full-width forms and the Persian kaf and yeh folded; ligatures, presentation forms,
half-width kana and the ellipsis written out; lines joined at ``hyphen-⏎ated`` words, after other hyphens, dashes and
slashes (``non-⏎EU``, ``km/⏎h``), and inside scripts that set no spaces; white space collapsed and trimmed. Case is
kept. NFKC is not used for all of a text, as it would turn 10² into 102.

**N2** keeps only the letters, vowel signs and digits of N1, without case. Two texts that are equal in N2 differ in
case, spacing, punctuation, hyphenation, or in the vowel points of Arabic and Hebrew, which may be left out.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import field, frozen

from argmap.evidence.text.breaks import Change, has_hyphen_break, hyphen_breaks, wide_breaks
from argmap.evidence.text.folding import DROPPED, DROPS, EXPANDS, fold, is_dropped, is_mark, written_out
from argmap.evidence.text.words import word_pattern
from argmap.text import UNSPACED, Span

VERSION = 2
"""Of both normal forms; raised whenever any text would come out differently."""

_CHUNK = 1 << 18
_LONGEST_CLUSTER = 30  # marks on one letter, after the Stream-Safe Text Format of UAX #15
_VARIATIONS = re.compile("[\U000e0100-\U000e01ef]")  # apart: in a class with others they are slow to look for
_GAP = re.compile(r"  +")
_GAP_OR_DROPPED = re.compile(rf"[ {DROPPED}]{{2,}}|[{DROPPED}]")
_MANY_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{_LONGEST_CLUSTER + 1},}}")
_NOT_ASCII = re.compile(r"[\s\S]?[^\x00-\x7f]+")
_POINTS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]+")


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
    pieces = ((start, *_normalise_chunk(text[start:end])) for start, end in _chunks(text))
    return _mapped(text, pieces)


def unchanged(text: str) -> Normal:
    """Return a text that is in N1 already, with the map of it to itself."""
    return _mapped(text, [(0, [], text)])


def leave_out(text: str, pattern: re.Pattern[str]) -> Normal:
    r"""Leave out of a text what fits a pattern, and keep the map to it.

    Example:
        >>> leave_out("dry[1] wells", re.compile(r"\[1\]")).text
        'dry wells'
    """
    changes = [(match.start(), match.end(), "") for match in pattern.finditer(text)]
    return _mapped(text, [(0, changes, _apply(text, changes))])


def _mapped(text: str, pieces: Iterable[tuple[int, list[Change], str]]) -> Normal:
    """Join pieces of a text, each with where it begins, what was changed in it, and what came out."""
    normal, raw = array("I", [0]), array("I", [0])
    parts: list[str] = []
    length = 0
    for start, changes, piece in pieces:
        parts.append(piece)
        shift = length - start
        for begin, stop, new in changes:
            at = start + begin
            normal.append(at + shift)
            raw.append(at)
            shift += len(new) - (stop - begin)
            normal.append(start + stop + shift)
            raw.append(start + stop)
        length += len(piece)
    return Normal(text, "".join(parts), normal, raw)


def normal_text(text: str) -> str:
    r"""Return a short text in normal form N1, without the map.

    Example:
        >>> normal_text(" the\u00ad  safe\tlevel ")
        'the safe level'
    """
    text = text.replace("…", "...")
    if text.isascii() and not has_hyphen_break(text):
        return " ".join(text.split())
    return _normalise_chunk(text)[1]


def letters_and_digits(text: str) -> str:
    """Return a text that is in N1 in normal form N2.

    Example:
        >>> letters_and_digits("Well-known: 4.1 km/h")
        'wellknown41kmh'
    """
    return without_case("".join(word_pattern(text).findall(text)))


def bare(text: str) -> str:
    """Return a text in N1 without vowel points, and without blanks where a script sets none.

    Example:
        >>> bare("วัน นี้ 5 km") == bare("วันนี้5 km")
        True
    """
    return _idle_blank().sub("", _POINTS.sub("", text))


@cache
def _idle_blank() -> re.Pattern[str]:
    return re.compile(rf"(?<=[{UNSPACED}]) ++|(?<! ) ++(?=[{UNSPACED}])")


def without_case(text: str) -> str:
    """Return letters as N2 has them: small, σ for ς, i for İ, without vowel points; ß stays, as *Maße* are no *Masse*.

    Example:
        >>> without_case("ΟΔΟΣ") == without_case("οδος"), without_case("Maß") == without_case("Mass")
        (True, False)
    """
    return text.lower() if text.isascii() else _POINTS.sub("", text.lower()).replace("ς", "σ").replace("i\u0307", "i")


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


def _normalise_chunk(chunk: str) -> tuple[list[Change], str]:
    chunk = chunk if chunk.isascii() else _VARIATIONS.sub("\u200b", chunk)
    folded = fold(chunk)
    changes = _merge(list(hyphen_breaks(chunk)), _gaps(folded))
    if folded.isascii():
        return changes, _apply(folded, changes)
    changes = _merge(list(wide_breaks(chunk)), changes)
    changes = _merge([(m.start(), m.end(), written_out(m[0])) for m in EXPANDS.finditer(folded)], changes)
    text = _apply(folded, changes)
    if _MANY_MARKS.search(chunk) or not unicodedata.is_normalized("NFC", text):
        changes = _merge(list(_compositions(chunk)), changes)
        text = _apply(folded, changes)
    return changes, text


def _gaps(folded: str) -> list[Change]:
    """Find the runs of spaces and dropped characters; one space is left of each, and none at the ends of the text."""
    pattern = _GAP if folded.isascii() or not DROPS.search(folded) else _GAP_OR_DROPPED
    tail = len(folded.rstrip(f" {DROPPED}"))
    head = tail - len(folded[:tail].lstrip(f" {DROPPED}"))
    gaps = [(m.start(), m.end(), " " if " " in m[0] else "") for m in pattern.finditer(folded, head, tail)]
    return [c for c in ((0, head, ""), *gaps, (tail, len(folded), "")) if c[0] < c[1]]


def _apply(chunk: str, changes: list[Change]) -> str:
    if not changes:
        return chunk
    parts: list[str] = []
    at = 0
    for start, end, new in changes:
        parts += chunk[at:start], new
        at = end
    parts.append(chunk[at:])
    return "".join(parts)


def _compositions(chunk: str) -> Iterator[Change]:
    """Find the letters with marks that NFC changes; a mark may stand after dropped characters."""
    for run in _NOT_ASCII.finditer(chunk):
        start = run.start()
        for at in range(start + 1, run.end() + 1):
            if at < run.end() and at - start <= _LONGEST_CLUSTER and _clings(chunk[at], chunk[start]):
                continue
            cluster = chunk[start:at].lstrip(DROPPED)
            begin = at - len(cluster)
            cluster = cluster.rstrip(DROPPED)
            plain = EXPANDS.sub(lambda match: written_out(match[0]), fold(DROPS.sub("", cluster)))
            new = fold(unicodedata.normalize("NFC", plain))
            if new != plain:
                yield begin, begin + len(cluster), new
            start = at


def _merge(compositions: list[Change], changes: list[Change]) -> list[Change]:
    """Put both in order, without the changes that stand inside a composition."""
    ends = [end for _, end, _ in compositions]
    kept = [
        change
        for change in changes
        if (i := bisect_right(ends, change[0])) == len(ends) or change[1] <= compositions[i][0]
    ]
    return sorted(compositions + kept)


def _clings(character: str, first: str) -> bool:
    return not first.isspace() and (is_mark(character) or is_dropped(character) is not None)

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
from collections.abc import Iterator
from functools import cache

from attrs import field, frozen

from argmap.evidence.text.words import UNSPACED, word_pattern
from argmap.text import Span

VERSION = 2
"""Of both normal forms; raised whenever any text would come out differently."""

_CHUNK = 1 << 18
_LONGEST_CLUSTER = 30  # marks on one letter, after the Stream-Safe Text Format of UAX #15

_DROPPED_CODES = (
    *(0xAD, 0x34F, 0x61C, 0x640, *range(0x180B, 0x180F), *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
    *(*range(0x2060, 0x2065), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10), 0xFEFF, 0xFFFE),
)
_DROPPED = "".join(map(chr, _DROPPED_CODES))
_EXPANDED = (
    "…\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06"  # Latin; then Armenian, Hebrew, Arabic, kana
    "\ufb13-\ufb17\ufb1d-\ufb28\ufb2a-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb\ufe70-\ufefc\uff61-\uff9f"
)
_FOLDED = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("‘’‚‛‹›′´ʼ׳", "'"),
    **dict.fromkeys("“”„‟«»″״〝〞〟", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣־⸺⸻", "-"),
    "〜": "~",
    "µ": "μ",
    "ی": "ي",
    "ک": "ك",
}

_SOFT_HYPHENS = "\xad\ufffe"
_DASHES = "‐‑‒–—―/-"
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_BLANKS = rf"[ {_SPACES.translate({10: None, 12: None, 13: None})}{_DROPPED}]*+"
_BREAK = rf"{_BLANKS}(?:(?:\r\n?|\n)\f?|\f\n?){_BLANKS}"
_HYPHEN_BREAK = re.compile(rf"[{_SOFT_HYPHENS}{_DASHES}](?<=[^\s{_DASHES}].){_BREAK}(?=[^\W_])", re.DOTALL)
_WIDE = rf"{UNSPACED}\u3001-\u303f\uff01-\uff9f"
_WIDE_BREAK = re.compile(rf"[{_WIDE}“”‘’—…·]{_BREAK}(?=[{_WIDE}“”‘’—…·])")
_IS_WIDE = re.compile(rf"[{_WIDE}]").match
_VARIATIONS = re.compile("[\U000e0100-\U000e01ef]")  # apart: in a class with others they are slow to look for
_GAP = re.compile(r"  +")
_GAP_OR_DROPPED = re.compile(rf"[ {_DROPPED}]{{2,}}|[{_DROPPED}]")
_EXPANDS = re.compile(rf"[{_EXPANDED}]")
_FOLDS = re.compile(rf"[{''.join(_FOLDED)}{_SPACES}]")
_FOLDS_ASCII = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f", " "))
_IS_DROPPED = re.compile(rf"[{_DROPPED}]").match
_DROPS = re.compile(rf"[{_DROPPED}]+")
_MANY_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{_LONGEST_CLUSTER + 1},}}")
_NOT_ASCII = re.compile(r"[\s\S]?[^\x00-\x7f]+")
_POINTS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]+")

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
    if text.isascii() and not _HYPHEN_BREAK.search(text):
        return " ".join(text.split())
    return _normalise_chunk(text)[1]


def letters_and_digits(text: str) -> str:
    """Return a text that is in N1 in normal form N2.

    Example:
        >>> letters_and_digits("Well-known: 4.1 km/h")
        'wellknown41kmh'
    """
    return without_case("".join(word_pattern(text).findall(text)))


def without_case(text: str) -> str:
    """Return letters as N2 has them: small, σ for ς, without vowel points; ß stays, as *Maße* are no *Masse*.

    Example:
        >>> without_case("ΟΔΟΣ") == without_case("οδος"), without_case("Maß") == without_case("Mass")
        (True, False)
    """
    return text.lower() if text.isascii() else _POINTS.sub("", text.lower()).replace("ς", "σ")


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
    chunk = chunk if chunk.isascii() else _VARIATIONS.sub("\u200b", chunk)
    folded = _fold(chunk)
    changes = _merge(list(_hyphen_breaks(chunk)), _gaps(folded))
    if folded.isascii():
        return changes, _apply(folded, changes)
    changes = _merge(list(_wide_breaks(chunk)), changes)
    changes = _merge([(m.start(), m.end(), _written_out(m[0])) for m in _EXPANDS.finditer(folded)], changes)
    text = _apply(folded, changes)
    if _MANY_MARKS.search(chunk) or not unicodedata.is_normalized("NFC", text):
        changes = _merge(list(_compositions(chunk)), changes)
        text = _apply(folded, changes)
    return changes, text


def _fold(text: str) -> str:
    if text.isascii():
        return text.translate(_FOLDS_ASCII)
    return _FOLDS.sub(lambda match: _FOLDED.get(match[0], " "), text.replace("\n", " "))


@cache
def _written_out(character: str) -> str:
    """Write out a ligature, a presentation form or a half-width form; Unicode shows those of marks on a blank."""
    return _fold(_DROPS.sub("", unicodedata.normalize("NFKC", character)).strip(" "))


def _hyphen_breaks(chunk: str) -> Iterator[_Change]:
    """Find the line breaks at a hyphen, dash or slash; the hyphen of a hyphenated word goes with its line break."""
    for match in _HYPHEN_BREAK.finditer(chunk):
        start = match.start()
        if chunk[start] in _SOFT_HYPHENS or (chunk[start] in "-‐" and _is_hyphenated(chunk, start, match.end())):
            while start and _IS_DROPPED(chunk[start - 1]):
                start -= 1
            yield start, match.end(), ""
        else:
            yield start + 1, match.end(), ""


def _is_hyphenated(chunk: str, at: int, end: int) -> bool:
    before = reversed(chunk[max(0, at - _LONGEST_CLUSTER) : at])
    letter = next((c for c in before if not (_is_mark(c) or _IS_DROPPED(c))), "")
    return letter.islower() and chunk[end].islower()


def _wide_breaks(chunk: str) -> Iterator[_Change]:
    """Find the line breaks between characters of scripts that set no spaces."""
    for match in _WIDE_BREAK.finditer(chunk):
        if _IS_WIDE(match[0]) or _IS_WIDE(chunk, match.end()):
            yield match.start() + 1, match.end(), ""


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
            plain = _EXPANDS.sub(lambda match: _written_out(match[0]), _fold(_DROPS.sub("", cluster)))
            new = _fold(unicodedata.normalize("NFC", plain))
            if new != plain:
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
    if _EXPANDS.match(character):
        character = _written_out(character)[0]
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"

"""Hyphens at line ends, which PDFium writes as U+FFFE in place of the hyphen and the line end.

A hyphen that only parts a word at the end of a line goes; one that belongs to the word (*well-known*, *US-ASCII*,
*upper- and lower-case*) stays. The other words of the document tell which it is.
"""

from __future__ import annotations

import re

_MARK = "\ufffe\x02"
_AT_LINE_END = re.compile(rf"(?:(?P<soft>\xad)|[{_MARK}])(?(soft)[^\S\n]*\n|[^\S\n]*\n?)[^\S\n]*(?=(\w?))")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTED = re.compile(rf"(?<![^\W\d_])[^\W\d_]*+(?:[{_MARK}][^\W\d_]*+)+")
_BEFORE = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][-\ufffe\x02])[^\W\d_]+(?:[-\ufffe\x02][^\W\d_]+)*\Z")
_AFTER = re.compile(r"[^\W\d_]+")
_LONGEST = 60
_PREFIXES = frozenset(("non", "quasi", "self", "well"))
_WHOLE = 4
"""Letters of a word that is hardly a part of one."""
_JOINERS = frozenset(
    "a and bis e ed eller en es et i ja lub nebo o oder och of og or ou sau sowie to und vagy y à és și".split()
    + "и или та".split()
)
"""What follows a part of a word that a later word completes: *upper- and lower-case*."""


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, without case, those with hyphens whole; not those at a hyphen of a line's end."""
    whole = _PARTED.sub(" ", text)
    return frozenset(word.casefold() for word in _WORD.findall(whole))


def joined(text: str, words: frozenset[str]) -> str:
    r"""Return a text with the words whole that a hyphen parts at a line's end.

    Args:
        text: The text.
        words: Words of the whole document, from `words_of`.

    Example:
        >>> joined("a well\ufffeknown distri\ufffebution in US\ufffeASCII", frozenset({"well-known"}))
        'a well-known distribution in US-ASCII'
        >>> joined("upper\ufffeand lower-case, co\xadoperation", frozenset())
        'upper- and lower-case, cooperation'
    """

    def replaced(match: re.Match[str]) -> str:
        if match["soft"]:
            return ""
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        after = _AFTER.match(text, match.end(), match.end() + _LONGEST)
        return _between(before[0] if before else "", after[0] if after else "", words)

    return _AT_LINE_END.sub(replaced, text).replace("\xad", "")


def _between(before: str, after: str, words: frozenset[str]) -> str:
    """Return what stands between two parts of a word: nothing, a hyphen, or a hyphen and a blank."""
    if not before or not after:
        return "-"
    last = re.split(rf"[-{_MARK}]", before)[-1]
    if (last + after).casefold() in words:
        return ""
    if f"{last}-{after}".casefold() in words or f"{before}-{after}".casefold() in words:
        return "-"
    if after in _JOINERS:
        return "- "
    return "-" if _is_compound(last, after, words) else ""


def _is_compound(last: str, after: str, words: frozenset[str]) -> bool:
    if after[0].isupper() or last.isupper() or last.casefold() in _PREFIXES:
        return True
    return min(len(last), len(after)) >= _WHOLE and {last.casefold(), after.casefold()} <= words

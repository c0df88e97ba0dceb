"""The characters that normal form N1 drops, folds and writes out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_DROPPED_CODES = (
    *(0xAD, 0x34F, 0x61C, 0x640, *range(0x180B, 0x180F), *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
    *(*range(0x2060, 0x2065), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10), 0xFEFF, 0xFFFE),
)
DROPPED = "".join(map(chr, _DROPPED_CODES))
"""Characters that show nothing, or nothing of their own."""

_EXPANDED = (
    "…\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06"  # Latin; then Armenian, Hebrew, Arabic, kana
    "\ufb13-\ufb17\ufb1d-\ufb28\ufb2a-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb\ufe70-\ufefc\uff61-\uff9f"
)
_FOLDED = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("‘’‚‛‹›′´ʼ׳", "'"),
    **dict.fromkeys("“”„‟«»″״〝〞〟", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣־⸺⸻", "-"),
    **{chr(0x2080 + digit): str(digit) for digit in range(10)},  # H₂O; a raised figure says something else
    "〜": "~",
    "µ": "μ",
    "ی": "ي",
    "ک": "ك",
}

EXPANDS = re.compile(rf"[{_EXPANDED}]")
SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_FOLDS = re.compile(rf"[{''.join(_FOLDED)}{SPACES}]")
_FOLDS_ASCII = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f", " "))
is_dropped = re.compile(rf"[{DROPPED}]").match
DROPS = re.compile(rf"[{DROPPED}]+")


def fold(text: str) -> str:
    """Fold quotation marks, dashes, spaces and full-width forms, character by character, so that offsets stay."""
    if text.isascii():
        return text.translate(_FOLDS_ASCII)
    return _FOLDS.sub(lambda match: _FOLDED.get(match[0], " "), text.replace("\n", " "))


@cache
def written_out(character: str) -> str:
    """Write out a ligature, a presentation form or a half-width form; Unicode shows those of marks on a blank."""
    return fold(DROPS.sub("", unicodedata.normalize("NFKC", character)).strip(" "))


def is_mark(character: str) -> bool:
    """Tell whether a character is a mark on the one before it, or a jamo that joins it."""
    if EXPANDS.match(character):
        character = written_out(character)[0]
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"

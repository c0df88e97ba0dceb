"""Prove, from what a lock keeps, that a changed passage still says what it said.

The lock has the codes of the words and a digest of the text. Words that may come and go are taken out or put back; if
the text then has the digest that was locked, nothing else has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from argmap.evidence.lockfile import Record, decode, digest
from argmap.evidence.text.tokens import code
from argmap.evidence.text.words import FILLERS, word_pattern

_FILLER_OF = {code(word): word for word in FILLERS}


def is_harmless(record: Record, passage: str) -> bool:
    """Tell whether a passage differs from the locked one only in words that may come and go.

    Args:
        record: What the lock keeps of the passage as it was.
        passage: The passage as it is, in normal form N1.
    """
    before = _before(decode(record.sketch), passage)
    return before is not None and record.digest in (digest(before), digest(before[:1].upper() + before[1:]))


def _before(held: Sequence[int], passage: str) -> str | None:
    """Return the passage as it must have been if only fillers came and went, or None if other words did."""
    found = list(word_pattern(passage).finditer(passage))
    now = [match[0].casefold() for match in found]
    starts = [*(match.start() for match in found), len(passage)]
    before = passage[: starts[0]]
    for what, a, b, c, d in SequenceMatcher(None, held, list(map(code, now)), autojunk=False).get_opcodes():
        if what == "equal":
            before += passage[starts[c] : starts[d]]
            continue
        if not FILLERS.issuperset(now[c:d]) or not all(lost in _FILLER_OF for lost in held[a:b]):
            return None
        before += "".join(f"{_FILLER_OF[lost]} " for lost in held[a:b])
    return before

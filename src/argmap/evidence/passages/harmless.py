"""Prove, from what a lock keeps, that a changed passage still says what it said.

The lock has a digest of what the passage says, in a form that typography, spelling variants, citation marks and fillers
do not change; see `argmap.evidence.text.gist`. Where it is the same, and no negation was written together with a word
or apart from it, nothing that counts has changed.
"""

from __future__ import annotations

from argmap.evidence.lockfile import Record, decode, digest, word_keys
from argmap.evidence.text.gist import figure_value, gist
from argmap.evidence.text.languages.spelling import bare, has_optional
from argmap.evidence.text.signals import numerals, signals
from argmap.evidence.text.tokens import code
from argmap.evidence.text.words import words


def is_harmless(record: Record, passage: str) -> bool:
    """Tell whether a passage cannot differ in meaning from the locked one; never for a lock that lacks the digest.

    Args:
        record: What the lock keeps of the passage as it was.
        passage: The passage as it is, in normal form N1.
    """
    if not record.gist or digest(gist(passage, record.languages)) != record.gist:
        return False
    return _has_its_signals(record, passage) and _has_its_points(record, passage)


def is_same(record: Record, passage: str) -> bool:
    """Tell whether a passage with the letters of the locked one has its figures, signs, signals and points too."""
    figures = tuple(figure_value(figure, record.languages) for figure in record.figures)
    if not _has_its_signals(record, passage) or numerals(passage, record.languages) != figures:
        return False
    return _has_its_points(record, passage)


def _has_its_signals(record: Record, passage: str) -> bool:
    return word_keys(signal.word for signal in signals(passage, record.languages)) == record.signals


def _has_its_points(record: Record, passage: str) -> bool:
    """Tell whether each word has the optional signs that it had, or lacked them; see `has_optional`."""
    if not has_optional(passage):
        return True
    held = set(decode(record.sketch))
    return all(code(word) in held or code(bare(word)) in held for word in words(passage) if has_optional(word))

"""The words of an evaluation, and the truth values behind them."""

from __future__ import annotations

from enum import StrEnum

UNDECIDED, TRUE, FALSE = range(3)
"""The truth of an atom or of a rule."""


class Basis(StrEnum):
    """Which grounds are honoured; each basis holds those of the one before it.

    *Cited*: citations whose passage is not missing. *Declared*: assumptions too. *Granted*: uncited leaves too,
    statements that have neither a ground nor a support.
    """

    CITED = "cited"
    DECLARED = "declared"
    GRANTED = "granted"


class Grade(StrEnum):
    """How good a ground is, best first: the passage is in the source, the source is not at hand, or it is assumed."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    ASSUMED = "assumed"


class Standing(StrEnum):
    """Whether a statement stands, relative to its map.

    *Accepted*, *undecided* and *rejected* statements are true, undefined and false in the well-founded model; a
    *rejected* one is supported all the same, and an *unsupported* one, which is false too, is not.
    """

    ACCEPTED = "accepted"
    UNDECIDED = "undecided"
    REJECTED = "rejected"
    UNSUPPORTED = "unsupported"

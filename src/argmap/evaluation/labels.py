"""The words of an evaluation, and the truth values behind them."""

from __future__ import annotations

from enum import StrEnum

UNDECIDED, TRUE, FALSE = range(3)
"""The truth of an atom or of a rule."""

OPPOSITE = {TRUE: FALSE, FALSE: TRUE, UNDECIDED: UNDECIDED}


class Basis(StrEnum):
    """Which grounds are honoured; each basis holds those of the one before it.

    *Independent*: citations of another source whose passage is found there. *Cited*: all citations but those that are
    disputed or whose passage is missing. *Declared*: assumptions too. *Granted*: disputed citations too, and uncited
    leaves, statements that have neither a ground nor a support.
    """

    INDEPENDENT = "independent"
    CITED = "cited"
    DECLARED = "declared"
    GRANTED = "granted"


UNGRANTED = Basis.INDEPENDENT, Basis.CITED, Basis.DECLARED
"""Those that grant nothing."""


class Grade(StrEnum):
    """How good a ground is, best first.

    *Independent*: the passage is in another source than the analysed text. *Unverified*: nobody could look it up there.
    *Own word*: it is in the analysed text itself, or in another of the same author or publisher. *Assumed*: the
    statement is declared as an assumption. *Disputed*: the passage is there, but quoted so that it misleads; no ground
    until a person has looked.
    """

    INDEPENDENT = "independent"
    UNVERIFIED = "unverified"
    OWN_WORD = "own word"
    ASSUMED = "assumed"
    DISPUTED = "disputed"


class Standing(StrEnum):
    """Whether a statement stands, relative to its map.

    *Accepted*, *undecided* and *rejected* statements are true, undefined and false in the well-founded model; a
    *rejected* one is supported all the same, and an *unsupported* one, which is false too, is not.
    """

    ACCEPTED = "accepted"
    UNDECIDED = "undecided"
    REJECTED = "rejected"
    UNSUPPORTED = "unsupported"

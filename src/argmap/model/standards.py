"""Proof standards: how much it takes for a statement to be accepted, as in Carneades."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

ALPHA, BETA, GAMMA = Decimal("0.5"), Decimal("0.3"), Decimal("0.2")
"""The thresholds. The papers leave them open; these are those of the engine of Carneades for clear and convincing
evidence, and its γ."""


class Standard(StrEnum):
    """What a statement must meet to be accepted (Gordon, Prakken & Walton 2007; Gordon & Walton 2009).

    Of the reasons for it that apply, let *p* be the weight of the heaviest, and *q* of those against it, or 0 where
    there is none:

    - *scintilla*: some reason for it applies;
    - *preponderance*: *p* > *q*;
    - *clear-and-convincing*: *p* > *q*, *p* > α and *p* − *q* > β;
    - *beyond-reasonable-doubt*: as clear and convincing, and *q* < γ;
    - *dialectical-validity*: some reason for it applies, and none against it.

    *Dialectical validity* is what holds of a statement that names no standard.

    Example:
        >>> Standard("clear-and-convincing").words
        'clear and convincing evidence'
    """

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"
    DIALECTICAL_VALIDITY = "dialectical-validity"

    @property
    def weighs(self) -> bool:
        """Tell whether it holds the weights of the reasons for a statement and against it up to each other."""
        return self in _WEIGHING

    @property
    def demands(self) -> bool:
        """Tell whether it asks for a reason of some weight where nothing speaks against a statement."""
        return self in _DEMANDING

    @property
    def words(self) -> str:
        """Return what it is called in a sentence."""
        return _WORDS[self]

    def outweighs(self, pro: float | None, con: float | None) -> bool | None:
        """Tell whether a reason for a statement outweighs one against it under a standard that weighs.

        The heaviest reason for a statement is heavy enough if each reason against it is outweighed by some reason for
        it, what the standard demands included: a reason against it that weighs 0.

        Args:
            pro: The weight of the reason for it, more than 0 and up to 1; None where nobody has said.
            con: The weight of the one against it, likewise, or 0.

        Returns:
            Whether it does; None where that hangs on a weight that is missing.

        Example:
            >>> Standard.PREPONDERANCE.outweighs(0.8, 0.3), Standard.BEYOND_REASONABLE_DOUBT.outweighs(0.8, 0.3)
            (True, False)
            >>> Standard.PREPONDERANCE.outweighs(0.8, None), Standard.CLEAR_AND_CONVINCING.outweighs(0.4, None)
            (None, False)
        """
        best = self._exceeds(1 if pro is None else pro, 0 if con is None else con)
        worst = self._exceeds(0 if pro is None else pro, 1 if con is None else con)
        return best if best == worst else None

    def bar(self, con: float | None) -> Decimal | None:
        """Return what a reason must weigh more than to outweigh one of some weight at least; None where none can.

        Example:
            >>> Standard.CLEAR_AND_CONVINCING.bar(0.6), Standard.BEYOND_REASONABLE_DOUBT.bar(0.6)
            (Decimal('0.9'), None)
        """
        q = Decimal(str(con or 0))
        if self is Standard.PREPONDERANCE:
            return q
        return None if self is Standard.BEYOND_REASONABLE_DOUBT and q >= GAMMA else max(ALPHA, q + BETA)

    def _exceeds(self, pro: float, con: float) -> bool:
        """Compare two weights as they are written, so that 0.8 exceeds 0.5 by 0.3 and no more."""
        bar = self.bar(con)
        return bar is not None and Decimal(str(pro)) > bar


_DEMANDING = frozenset({Standard.CLEAR_AND_CONVINCING, Standard.BEYOND_REASONABLE_DOUBT})
_WEIGHING = _DEMANDING | {Standard.PREPONDERANCE}
_WORDS = {
    Standard.SCINTILLA: "a scintilla of evidence",
    Standard.PREPONDERANCE: "preponderance of the evidence",
    Standard.CLEAR_AND_CONVINCING: "clear and convincing evidence",
    Standard.BEYOND_REASONABLE_DOUBT: "proof beyond reasonable doubt",
    Standard.DIALECTICAL_VALIDITY: "dialectical validity",
}


@frozen
class Measure:
    """What a reason is held up to where a statement's proof standard weighs.

    Attributes:
        standard: The standard.
        weight: Of the reason; of a comparison, that of what speaks against the statement. None where nobody has said.
    """

    standard: Standard
    weight: float | None

    @property
    def told(self) -> str:
        """Return the weight in brackets."""
        return "(no weight)" if self.weight is None else f"({self.weight:g})"

    @property
    def asked(self) -> str:
        """Say what it would take to outweigh something of the weight, where nothing does."""
        bar, name = self.standard.bar(self.weight), self.standard.words
        if bar is None:
            return f"for {name}, nothing against it that stands may weigh {GAMMA} or more"
        return f"for {name}, a reason for it must weigh more than {bar}, and none that stands does"

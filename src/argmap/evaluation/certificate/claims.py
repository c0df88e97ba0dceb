"""What an evaluation says, by name, so that it can be held against the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import field, frozen

from argmap.evaluation.certificate.definition import Atom
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.wording import counted


@frozen
class Claims:
    """What an evaluation says, by name.

    Attributes:
        basis: Which grounds are honoured.
        settled: The truth of each atom that some rule may conclude, and when it was settled.
        standings: The standing of each statement that is no question.
        grades: The grade of each statement, where that is claimed.
        remarks: Works out the remarks, where any are claimed; called once all labels are found right.
        supposed: What some statements would be if something that speaks against something were answered.
        upright: The grade of what each statement stands on, where grades are claimed.
    """

    basis: Basis
    settled: Mapping[Atom, tuple[int, int]] = field(repr=False)
    standings: Mapping[str, Standing] = field(repr=False)
    grades: Mapping[str, Grade | None] = field(factory=dict, repr=False)
    remarks: Callable[[], Remarks] | None = None
    supposed: tuple[Supposed, ...] = field(default=(), repr=False)
    upright: Mapping[str, Grade | None] = field(factory=dict, repr=False)


@frozen
class Supposed:
    """What a statement would be without some rules.

    Attributes:
        statement: Its id.
        standing: What it would be.
        dropped: The rules, by what they conclude, their ids and the statements that must hold.
        settled: The truth that each atom would have, and when it would be settled.
    """

    statement: str
    standing: Standing
    dropped: frozenset[tuple[Atom, str, frozenset[str]]]
    settled: Mapping[Atom, tuple[int, int]] = field(repr=False)


@frozen
class Remarks:
    """The words that qualify standings, and what they compare these with.

    Attributes:
        words: The words, by statement.
        kin: What is claimed on other bases.
    """

    words: Mapping[str, tuple[str, ...]] = field(repr=False)
    kin: Mapping[Basis, Claims] = field(repr=False)


@frozen
class Outcome:
    """What came of checking claims.

    Attributes:
        wrong: What does not follow, in a sentence each; empty if all is right.
        rules: How many rules the map has on the basis.
        labels: How many statements were checked.
        reasons: How many reasons were.
        told: What else of the statements was: their grades, and their remarks.
    """

    wrong: tuple[str, ...]
    rules: int = 0
    labels: int = 0
    reasons: int = 0
    told: tuple[str, ...] = ()

    @classmethod
    def total(cls, outcomes: Iterable[Outcome]) -> Outcome:
        """Add up several."""
        found = list(outcomes)
        return cls(
            tuple(said for outcome in found for said in outcome.wrong),
            sum(outcome.rules for outcome in found),
            sum(outcome.labels for outcome in found),
            sum(outcome.reasons for outcome in found),
            tuple(dict.fromkeys(word for outcome in found for word in outcome.told)),
        )

    def __str__(self) -> str:
        """Say what was checked and found right.

        Example:
            >>> print(Outcome((), rules=31, labels=14, reasons=9, told=("grades",)))
            14 labels, with their grades, and 9 reasons follow from 31 rules
        """
        labels = counted(self.labels, "label") + (f", with their {' and '.join(self.told)}," if self.told else "")
        reasons = f" and {counted(self.reasons, 'reason')}" if self.reasons else ""
        verb = "follows" if self.labels == 1 and not self.reasons else "follow"
        return f"{labels}{reasons} {verb} from {counted(self.rules, 'rule')}"

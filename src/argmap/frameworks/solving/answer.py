"""The answer to a question about a framework."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Outcome(StrEnum):
    """What became of a question."""

    YES = "yes"
    NO = "no"
    FOUND = "found"
    NONE = "none"
    LISTED = "listed"
    COUNTED = "counted"
    UNDECIDED = "not decided within the budget"


@frozen
class Answer:
    """The answer to a question about a framework; it is never a guess.

    Attributes:
        problem: The question in capitals, such as ``DS-PR``.
        argument: The argument that it is about; None for SE, EE and CE.
        outcome: `YES` or `NO` for DC and DS, `FOUND` or `NONE` for SE, `LISTED` for EE, `COUNTED` for CE; `UNDECIDED`
            for each of them where the budget ended first.
        vacuous: Whether DS is `YES` only since there is no extension at all; None where the budget ended before that
            was known.
        extension: For SE the extension; for DC, where it is `YES`, a set that shows it, which holds the argument; for
            DS, where it is `NO`, one that shows it, which lacks the argument. See `argmap.frameworks.solving.solve`.
        extensions: For EE the extensions.
        count: For CE how many there are.
        complete: False where the budget, or the most that was asked for, cut an enumeration short.
        accepted: Where it is `UNDECIDED`: what is known nonetheless, the arguments of the grounded extension.
        rejected: The same: what the grounded extension attacks.
        method: How the answer was found: ``grounded``, ``search``, ``CaDiCaL 1.9.5``.
        advice: What would help where the budget ended; empty else.
    """

    problem: str
    argument: str | None
    outcome: Outcome
    vacuous: bool | None = False
    extension: tuple[str, ...] | None = None
    extensions: tuple[tuple[str, ...], ...] | None = None
    count: int | None = None
    complete: bool = True
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    method: str = "grounded"
    advice: str = ""

"""What a step says of its scheme: which premises fill which roles, which critical questions are answered or left."""

from __future__ import annotations

from attrs import field, frozen

from argmap.text import Span


@frozen
class Filling:
    """The premises that fill a role.

    Attributes:
        role: Id of the role in its scheme.
        statements: Ids of the premises.
    """

    role: str
    statements: tuple[str, ...]
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        """Return it in a line."""
        return f"{self.role}: {' + '.join(self.statements)}"


@frozen
class Answer:
    """What answers a critical question in favour of a step.

    Attributes:
        question: Id of the question in the scheme of the step.
        reasons: Each one statement or several linked ones, by their ids.
    """

    question: str
    reasons: tuple[tuple[str, ...], ...]
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        """Return it in a line."""
        return f"{self.question}: {' or '.join(' + '.join(reason) for reason in self.reasons)}"

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of the statements that answer it, each once."""
        return tuple(dict.fromkeys(name for reason in self.reasons for name in reason))


@frozen
class Waiver:
    """A critical question that is left open on purpose.

    Attributes:
        question: Id of the question in the scheme of the step.
        reason: Why; empty where nobody has said.
    """

    question: str
    reason: str
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        """Return it in a line."""
        return f"{self.question}: {self.reason}" if self.reason else self.question

"""Findings: what was found in a file, where, and how grave it is."""

from __future__ import annotations

from enum import StrEnum

from attrs import evolve, field, frozen


class Severity(StrEnum):
    """How grave a finding is; errors and warnings fail a run, notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Return 0 for an error, 1 for a warning, 2 for a note."""
        return list(Severity).index(self)


@frozen
class Rule:
    """A check's identity.

    Attributes:
        code: ``AM`` and three digits, never reused.
        name: Kebab case, naming the flaw.
        severity: What a finding of it counts for, unless the settings say otherwise.
        lenient: What it counts for in a format whose own tools let it pass.
    """

    code: str
    name: str
    severity: Severity
    lenient: Severity | None = field(default=None, eq=False, repr=False)

    @property
    def leniently(self) -> Rule:
        """Return the rule as it holds in a format whose own tools let the flaw pass."""
        return evolve(self, severity=self.lenient or self.severity)


@frozen(order=False)
class Finding:
    """One flaw at one place.

    Attributes:
        code: The rule's code, such as ``AM101``.
        name: The rule's name, such as ``unsupported-claim``.
        severity: How grave it is.
        message: What was found and what would be right, in a sentence.
        file: Path of the file, as it was named by the user; ``-`` for standard input, empty for a map made in code.
        line: Where it begins, counted from 1.
        column: In code points, counted from 1.
        end_line: Where it ends.
        end_column: Behind its last code point.
        node: Id of the statement, relation or source it is about, if there is one.
        follows: Ids of the statements at which the findings stand that it merely follows from: it goes once these are
            mended.
    """

    code: str
    name: str
    severity: Severity
    message: str
    file: str = ""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    node: str | None = None
    follows: tuple[str, ...] = ()

    @property
    def root(self) -> bool:
        """Tell whether it is to be mended itself, and does not merely follow from another finding."""
        return not self.follows

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """Return the key by which findings are sorted: file, line, column, code, message."""
        return (self.file, self.line, self.column, self.code, self.message)

    def __str__(self) -> str:
        """Return the finding in one line."""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}"

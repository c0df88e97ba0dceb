"""Problems as the competitions of argumentation solvers name them: a task and a semantics, such as DS-PR."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from argmap.errors import UnknownNameError
from argmap.frameworks import semantics
from argmap.frameworks.semantics import Semantics


class Task(StrEnum):
    """What is asked.

    SE: some extension. EE: every extension. CE: how many there are. DC: is the argument in some extension (credulously
    accepted)? DS: is it in all of them (sceptically accepted)?
    """

    SE = "SE"
    EE = "EE"
    CE = "CE"
    DC = "DC"
    DS = "DS"

    @property
    def about_argument(self) -> bool:
        """Return whether the question is about one argument."""
        return self in {Task.DC, Task.DS}


@frozen
class Problem:
    """A task under a semantics.

    Example:
        >>> problem = Problem.of("ds-gr")
        >>> problem.task, str(problem)
        (<Task.DS: 'DS'>, 'DS-GR')
    """

    task: Task
    semantics: Semantics

    @classmethod
    def of(cls, text: str) -> Problem:
        """Read a problem, whatever its capitals; the semantics goes by its name or its abbreviation.

        Raises:
            UnknownNameError: There is no such task or semantics.
        """
        task, _, name = text.partition("-")
        if task.upper() not in Task.__members__:
            raise UnknownNameError("task", task, Task.__members__)
        return cls(Task[task.upper()], semantics.find(name))

    def __str__(self) -> str:
        return f"{self.task}-{self.semantics.abbreviation}"

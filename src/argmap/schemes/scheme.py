"""What a scheme is: the roles that premises fill in it, what it may conclude, and its critical questions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any

from attrs import asdict, field, frozen


class Conclusion(StrEnum):
    """What a scheme may conclude, or speak against.

    A *claim* says what is the case, a *recommendation* what should be done. *Undercut* is a scheme that strikes at a
    step or a citation.
    """

    CLAIM = "claim"
    RECOMMENDATION = "recommendation"
    ANY = "any"
    UNDERCUT = "undercut"


class Burden(StrEnum):
    """Who has to answer a critical question, after Gordon, Prakken & Walton (2007).

    The arguer has to back a *premise*; an *assumption* holds until somebody challenges it; an *exception* counts only
    if somebody backs it.
    """

    PREMISE = "P"
    ASSUMPTION = "A"
    EXCEPTION = "E"


@frozen
class Role:
    """A place for a premise.

    Attributes:
        id: Unique in its scheme.
        says: What a premise in this role says, with slots in braces.
        required: Whether there is no argument of this scheme without it.
    """

    id: str
    says: str
    required: bool = False


@frozen
class Question:
    """A critical question.

    Attributes:
        id: Unique in its scheme.
        kind: Who has to answer it.
        asks: The question.
        role: Id of the role that it bears on; None for one that bears on the step as a whole.
    """

    id: str
    kind: Burden
    asks: str
    role: str | None = None


@frozen
class Scheme:
    """A stereotypical pattern of reasoning.

    Attributes:
        id: The name of its file.
        title: Its name in words.
        reasoning: The pattern in a sentence.
        conclusion: What it may conclude.
        roles: What its premises do, in order.
        questions: Its critical questions, in order.
        aliases: What others call it.
        source: Where the pattern is described.
        aif: What AIF, and programs after it, call it; None where they have no such scheme.
        example: A map in YAML with a step that follows it.
    """

    id: str
    title: str
    reasoning: str
    conclusion: Conclusion
    roles: tuple[Role, ...]
    questions: tuple[Question, ...]
    aliases: tuple[str, ...]
    source: str
    example: str = field(repr=False)
    aif: str | None = None

    def as_row(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return asdict(self, value_serializer=lambda _, __, value: str(value) if isinstance(value, StrEnum) else value)

    @cached_property
    def role_of(self) -> Mapping[str, Role]:
        """Return the roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def question_of(self) -> Mapping[str, Question]:
        """Return the critical questions by id."""
        return {question.id: question for question in self.questions}

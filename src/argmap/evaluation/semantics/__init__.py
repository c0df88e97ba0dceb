"""Semantics: one module each that decides which statements stand; its docstring says how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from argmap.evaluation.grounds import Grades
from argmap.evaluation.solution import Solver
from argmap.evaluation.why import Why
from argmap.model.document import ArgumentMap

if TYPE_CHECKING:
    from argmap.evaluation.certificate.claims import Claims, Outcome


@frozen
class Semantics:
    """A module's declaration that it decides which statements stand; the module's name is the name it goes by.

    Whether a statement is supported is the same under every semantics: see `argmap.evaluation.grounding`.

    Attributes:
        solve: Says which atoms of a program are true, and when each was settled. A true atom must have a rule whose
            literals were all settled before it, so that reasons can be given; an atom may be taken for false at first.
        certify: Checks the claims and some reasons against the definition, by code that shares nothing with `solve`.
    """

    solve: Solver
    certify: Callable[[ArgumentMap, Claims, Grades | None, Iterable[Why]], Outcome]

"""Expectations: what the author of a map expects of its statements, so that an evaluation is a test."""

from __future__ import annotations

from attrs import field, frozen

from argmap.text import Span


@frozen
class Expectation:
    r"""What is expected of a statement.

    Attributes:
        statement: Its id.
        standings: The words of an evaluation of which one is to be right: *accepted*, *undecided*, *rejected*,
            *unsupported*.

    Example:
        >>> import argmap
        >>> m = argmap.loads("expect: {rain: accepted}\nnodes: {rain: {claim: It rained.}}")
        >>> m.expectations
        (Expectation(statement='rain', standings=('accepted',)),)
        >>> [finding.name for finding in argmap.check(m, select=["AM113"])]
        ['expectation-failed']
    """

    statement: str
    standings: tuple[str, ...]
    span: Span | None = field(default=None, eq=False, repr=False)

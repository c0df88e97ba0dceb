"""The questions that programs ask of a framework most: its extensions, and what holds in some or in all of them."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks import semantics
from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Budget, Run
from argmap.frameworks.solving.divided import Divided
from argmap.frameworks.solving.solve import solve


def extensions(framework: Framework, name: str) -> Iterator[tuple[str, ...]]:
    """Return each extension once, as it is found, by the name of a semantics such as ``"preferred"``.

    Raises:
        UnknownNameError: There is no such semantics.

    Example:
        >>> nixon = Framework.of("qr", [("q", "r"), ("r", "q")])
        >>> sorted(extensions(nixon, "complete"))
        [(), ('q',), ('r',)]
    """
    divided = Divided(framework, semantics.find(name), Run.within(Budget()))
    return map(framework.names, divided.each())


def holds_in_some(framework: Framework, name: str, argument: str) -> bool:
    """Return whether an argument is in some extension (credulously accepted).

    Raises:
        UnknownNameError: There is no such semantics or argument.
    """
    return solve(framework, f"DC-{name}", argument).outcome == "yes"


def holds_in_all(framework: Framework, name: str, argument: str) -> bool:
    """Return whether an argument is in every extension (sceptically accepted), if there are any at all.

    Raises:
        UnknownNameError: There is no such semantics or argument.
    """
    return solve(framework, f"DS-{name}", argument).outcome == "yes"


def count(framework: Framework, name: str) -> int:
    """Return how many extensions there are.

    Raises:
        UnknownNameError: There is no such semantics.
    """
    return solve(framework, f"CE-{name}").count or 0

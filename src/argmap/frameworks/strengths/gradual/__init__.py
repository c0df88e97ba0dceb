"""Gradual semantics: one module each, whose docstring is its page; its name is the name that it goes by."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache

from attrs import frozen

from argmap.errors import UnknownNameError, did_you_mean
from argmap.registry import load, names

Aggregation = Callable[[Sequence[float], Sequence[float]], float]
"""Makes one number of the strengths of the attackers and of those of the supporters."""

Influence = Callable[[float, float], float]
"""Makes a strength of a base score and what was aggregated."""


@frozen
class Gradual:
    """A module's declaration that it tells how strong arguments are.

    Such semantics are *modular* (Mossakowski & Neuhaus 2018): what bears on an argument is aggregated first, and its
    base score is then moved by the aggregate. An argument on which nothing bears keeps its base score.

    Attributes:
        title: What it is called in a sentence.
        paper: Where it was published.
        aggregate: Takes the strengths of attackers and supporters together.
        influence: Moves a base score.
        aliases: Other names that it goes by.
        attacks_only: Whether it knows no supports.
        is_burden: Whether base scores play no part, and larger numbers are worse: it ranks, but tells no strength.
    """

    title: str
    paper: str
    aggregate: Aggregation
    influence: Influence
    aliases: tuple[str, ...] = ()
    attacks_only: bool = False
    is_burden: bool = False


DEFAULT = "quadratic_energy"
"""The name of the semantics that is used unless another is asked for."""


@cache
def known() -> dict[str, Gradual]:
    """Return the semantics by name.

    Example:
        >>> list(known())
        ['burden', 'df_quad', 'euler', 'h_categoriser', 'mlp', 'quadratic_energy', 'squared_df_quad']
    """
    here = sys.modules[__name__]
    return {name: load(here, name, "gradual semantics").SEMANTICS for name in names(here)}


def name_of(wanted: str) -> str:
    """Return the name of the semantics that a name or alias stands for, whatever its capitals, hyphens and spaces.

    Raises:
        UnknownNameError: There is none.

    Example:
        >>> name_of("QE"), name_of("DF-QuAD")
        ('quadratic_energy', 'df_quad')
        >>> name_of("quadratic enery")
        Traceback (most recent call last):
        argmap.errors.UnknownNameError: unknown gradual semantics 'quadratic enery': did you mean 'quadratic_energy'?
    """
    called = {_plain(each): name for name, s in known().items() for each in (name, s.title, *s.aliases)}
    if _plain(wanted) not in called:
        aliases = [alias for semantics in known().values() for alias in semantics.aliases]
        is_near = did_you_mean(wanted, aliases)
        raise UnknownNameError("gradual semantics", wanted, [*known(), *(aliases if is_near else ())])
    return called[_plain(wanted)]


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))

"""Semantics of abstract frameworks: one module each that says which sets of arguments are acceptable together.

To add a semantics, add one file named in full: its docstring is the page (the definition and the paper it is from), its
functions take a `Part` of a framework, and its declaration says on which facts the pipeline may rest::

    \"\"\"Naive: the largest conflict-free sets (Bondarenko, Dung, Kowalski & Toni 1997).\"\"\"

    def extensions(part: Part) -> Iterator[Sequence[int]]:
        \"\"\"Return the naive extensions.\"\"\"
        ...                                     # `search.encoding` and `search.maximal` have what most need

    SEMANTICS = Semantics("NA", extensions)

An extension is a sequence of indices of the part, rising. `extensions` answers all tasks; where there are quicker ways
to find one, one that holds an argument, or one that lacks it, they are declared besides. All of them may let
`BudgetSpentError` through, and ask `part.run.check()` in loops of their own. What can be checked of its answers is
said in `argmap.frameworks.certificate`, in code of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from argmap import registry
from argmap.errors import UnknownNameError, did_you_mean

if TYPE_CHECKING:
    from argmap.frameworks.search.part import Part

Members = Sequence[int]


@frozen
class Semantics:
    """A module's declaration that it decides which sets of arguments are extensions.

    Attributes:
        abbreviation: What problems call it: the ``PR`` of ``DS-PR``.
        extensions: Returns each extension of a part once.
        find: Returns one, or None where there is none; the first of `extensions` where this is left out.
        holding: Returns one that holds an argument, or None; for DC.
        lacking: Returns one that lacks an argument, or None; for DS.
        count: Returns how many there are.
        around: Returns one that agrees with one of an argument and all that reaches it by attacks, or what is enough of
            it to show that the argument is in one, or not in all; for directional ones. Left out, the latter is enough.
        reducible: Whether the extensions of a framework are those of what grounded semantics leaves undecided, each
            with the grounded extension: so for all of the thirteen but conflict-free, naive, admissible and stage.
        directional: Whether what holds of an argument depends on nothing but what reaches it by attacks.
        certain: Whether every framework has an extension.
        least: Whether the grounded extension is one of its extensions, and part of all others.
        single: Whether every framework has just one extension.
    """

    abbreviation: str
    extensions: Callable[[Part], Iterator[Members]]
    find: Callable[[Part], Members | None] | None = None
    holding: Callable[[Part, int], Members | None] | None = None
    lacking: Callable[[Part, int], Members | None] | None = None
    count: Callable[[Part], int] | None = None
    around: Callable[[Part, Members, int], Members] | None = None
    reducible: bool = False
    directional: bool = False
    certain: bool = True
    least: bool = False
    single: bool = False


def find(name: str) -> Semantics:
    """Return a semantics by its name or its abbreviation, whatever the capitals.

    Raises:
        UnknownNameError: There is none.

    Example:
        >>> find("complete").abbreviation, find("gr").abbreviation
        ('CO', 'GR')
        >>> find("completed")
        Traceback (most recent call last):
        argmap.errors.UnknownNameError: unknown semantics 'completed': did you mean 'complete'?
    """
    package = sys.modules[__name__]
    wanted = name.casefold().replace("-", "_").replace(" ", "_")
    known = registry.names(package)
    if wanted in known:
        return _declared(wanted)
    begin_alike_first = sorted(known, key=lambda each: each[0] != wanted[:1])  # so that few are imported
    for module in begin_alike_first:
        declared = _declared(module)
        if declared.abbreviation.casefold() == wanted:
            return declared
    short = [_declared(module).abbreviation for module in known]
    raise UnknownNameError("semantics", name, [*known, *short] if did_you_mean(name, [*known, *short]) else short)


def _declared(module: str) -> Semantics:
    """Return the declaration of a module."""
    declared: Semantics = registry.load(sys.modules[__name__], module).SEMANTICS
    return declared

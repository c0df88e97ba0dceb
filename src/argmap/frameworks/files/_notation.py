"""What a module declares that reads and writes a notation of frameworks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.frameworks.framework import Framework

if TYPE_CHECKING:
    from argmap.frameworks.files._examined.faults import Faults
    from argmap.text import Span


@frozen
class Drawn:
    """What a text says of a framework.

    Attributes:
        framework: The framework.
        labels: What is said of arguments beside their names.
        places: Where arguments are declared, as far as the text declares them and was gone through.
    """

    framework: Framework
    labels: Mapping[str, str] = field(factory=dict, repr=False)
    places: Mapping[str, Span] = field(factory=dict, eq=False, repr=False)


@frozen
class Written:
    """A framework in some notation.

    Attributes:
        text: The whole file.
        told: What the notation could not hold, and what was written instead, in a sentence each.
    """

    text: str
    told: tuple[str, ...] = ()


@frozen
class Notation:
    """A module's declaration that it reads and writes a notation.

    Attributes:
        title: Its name for people.
        suffixes: The file endings it goes by, each with its dot.
        known_by: What tells it, as messages put it.
        is_meant: Whether a text is meant as it, by what stands in it.
        read: A text that is regular in every way to what it says; None for any other.
        examine: The same for any text, line by line; what is wrong in it is added to the faults.
        write: A framework to a text, with labels of some of its arguments: in comments, where it has no place for them.
    """

    title: str
    suffixes: tuple[str, ...]
    known_by: str
    is_meant: Callable[[str], bool]
    read: Callable[[str], Drawn | None]
    examine: Callable[[str, Faults], Drawn]
    write: Callable[[Framework, Mapping[str, str]], Written]

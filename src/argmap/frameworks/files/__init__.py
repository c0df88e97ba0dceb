"""Files of abstract frameworks: one module for each notation, which reads and writes it.

A regular text is read at once. Any other is gone through piece by piece, so that every fault in it is found, at its
place.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap import registry
from argmap.collector import paused
from argmap.errors import ConvertError, UnknownNameError
from argmap.files import Decoded, decode
from argmap.frameworks.files._notation import Notation, Written
from argmap.frameworks.framework import Framework

if TYPE_CHECKING:
    from argmap.model.findings import Finding
    from argmap.text import Span


@frozen
class FrameworkFile:
    """A framework as a file has it.

    Attributes:
        framework: The framework; only what could be read of it, where there are errors among the findings.
        notation: Name of the notation.
        findings: What is wrong in the file, by place.
        labels: What is said of arguments beside their names.
        places: Where arguments are declared; nothing where the text was not gone through.
        text: What the file holds.
    """

    framework: Framework
    notation: str
    findings: tuple[Finding, ...] = ()
    labels: Mapping[str, str] = field(factory=dict, repr=False)
    places: Mapping[str, Span] = field(factory=dict, repr=False)
    text: str = field(default="", repr=False)

    @property
    def is_broken(self) -> bool:
        """Tell whether the framework is not what its author wrote, so that nothing may be concluded from it."""
        return any(finding.severity == "error" for finding in self.findings)


def names() -> tuple[str, ...]:
    """Return the names of the notations, sorted.

    Example:
        >>> names()
        ('af', 'apx', 'tgf')
    """
    return registry.names(sys.modules[__name__])


@cache
def named(name: str) -> Notation:
    """Return the notation with a name; raises `UnknownNameError` where there is none."""
    if name not in names():
        raise UnknownNameError("notation of frameworks", name, names())
    declared: Notation = registry.load(sys.modules[__name__], name).NOTATION
    return declared


def notation_of(text: str, file: str = "") -> str | None:
    r"""Return the name of the notation that a text is in, by what stands in it, else by the ending of its file.

    Example:
        >>> notation_of("p af 2"), notation_of("arg(a)."), notation_of("a\nb\n#\na b"), notation_of("a", "x.tgf")
        ('af', 'apx', 'tgf', 'tgf')
        >>> notation_of("title: Rain") is None
        True
    """
    meant = (name for name in names() if named(name).is_meant(text))
    ending = PurePath(file).suffix.lower()
    return next(meant, None) or next((name for name in names() if ending in named(name).suffixes), None)


def read(data: bytes | str, file: str = "", notation: str = "", *, places: bool = False) -> FrameworkFile:
    r"""Read a framework.

    Args:
        data: What the file holds.
        file: Its name, for the findings, and to tell the notation where the text does not.
        notation: Name of the notation; told by the text where that is left out.
        places: Whether it is to be told where arguments are declared.

    Raises:
        ConvertError: The text is in no known notation.
        UnknownNameError: There is no such notation.

    Example:
        >>> read("p af 2\n1 2\n").framework
        Framework(arguments=('1', '2'))
        >>> [str(finding.message) for finding in read("p af 2\n1 3\n").findings]
        ["there is no argument 3: 'p af 2' has the arguments 1 and 2"]
    """
    decoded = decode(data) if isinstance(data, bytes) else Decoded(data.removeprefix("\ufeff"))
    name = notation or notation_of(decoded.text, file)
    if name is None:
        raise ConvertError(decoded.flaw or f"this is no framework: {_known()}")
    with paused():
        regular = None if places or decoded.flaw or "\0" in decoded.text else named(name).read(decoded.text)
    if regular is not None:
        return FrameworkFile(regular.framework, name, text=decoded.text)
    from argmap.frameworks.files._examined.faults import Faults

    faults = Faults(decoded)
    found = named(name).examine(decoded.text, faults)
    return FrameworkFile(found.framework, name, faults.findings(file), found.labels, found.places, decoded.text)


def write(framework: Framework, notation: str, labels: Mapping[str, str] | None = None) -> Written:
    """Write a framework.

    Args:
        framework: The framework.
        notation: Name of the notation.
        labels: What is said of arguments beside their names; comments, in a notation without labels.

    Raises:
        UnknownNameError: There is no such notation.

    Example:
        >>> write(Framework.of("ab", [("a", "b")]), "apx").text.split()
        ['arg(a).', 'arg(b).', 'att(a,b).']
    """
    return named(notation).write(framework, labels or {})


def _known() -> str:
    *others, last = (f"{named(name).known_by} ({named(name).title})" for name in names())
    return f"it has neither {', '.join(others)} nor {last}"

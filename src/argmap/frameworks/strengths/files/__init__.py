"""Files of weighted bipolar graphs: one module for each notation, which reads it and finds every fault at its place."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import PurePath

from attrs import field, frozen

from argmap import registry
from argmap.collector import paused
from argmap.errors import ConvertError, UnknownNameError
from argmap.files import Decoded, decode
from argmap.flaws import MANY, Flaws
from argmap.frameworks.strengths.bipolar import BipolarGraph
from argmap.frameworks.strengths.files._drawing import Drawing
from argmap.model.findings import Finding, Severity
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import LineIndex, Span


@frozen
class Notation:
    """A module's declaration that it reads a notation.

    Attributes:
        title: Its name for people.
        suffixes: The file endings it goes by, each with its dot.
        is_meant: Whether a text is meant as it, by what stands in it.
        draw: Puts what a text says into a drawing, and what is wrong in it among its flaws.
    """

    title: str
    suffixes: tuple[str, ...]
    is_meant: Callable[[str], bool]
    draw: Callable[[Drawing], None]


@frozen
class BipolarFile:
    """A weighted bipolar graph as a file has it.

    Attributes:
        graph: The graph; only what could be read of it, where there are errors among the findings.
        notation: Name of the notation.
        findings: What is wrong in the file, by place.
    """

    graph: BipolarGraph
    notation: str
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    @property
    def is_broken(self) -> bool:
        """Tell whether the graph is not what its author wrote, so that nothing may be concluded from it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def names() -> tuple[str, ...]:
    """Return the names of the notations, sorted.

    Example:
        >>> names()
        ('bag', 'qbaf')
    """
    return registry.names(sys.modules[__name__])


@cache
def named(name: str) -> Notation:
    """Return the notation with a name; raises `UnknownNameError` where there is none."""
    if name not in names():
        raise UnknownNameError("notation of bipolar graphs", name, names())
    declared: Notation = registry.load(sys.modules[__name__], name).NOTATION
    return declared


def notation_of(text: str, file: str = "") -> str | None:
    """Return the name of the notation that a text is in, by what stands in it, or by an ending that is its alone.

    Example:
        >>> notation_of('{"arguments": {"a": 0.5}}'), notation_of("arg(a, 0.5)."), notation_of("", "x.bag")
        ('qbaf', 'bag', 'bag')
        >>> notation_of('{"nodes": {}}', "map.json") is None
        True
    """
    meant = (name for name in names() if named(name).is_meant(text))
    ending = PurePath(file).suffix.lower()
    return next(meant, None) or next((name for name in names() if ending in named(name).suffixes), None)


def read(data: bytes | str, file: str = "", notation: str = "") -> BipolarFile:
    """Read a weighted bipolar graph.

    Args:
        data: What the file holds.
        file: Its name, for the findings, and to tell the notation where the text does not.
        notation: Name of the notation; told by the text where that is left out.

    Raises:
        ConvertError: The text is in no known notation.
        UnknownNameError: There is no such notation.

    Example:
        >>> read("arg(a, 0.5). arg(b, 0.8). sup(b, a).").graph.supporters
        ((1,), ())
        >>> print(*read("arg(a, 0.5). att(b, a).", "x.bag").findings)
        x.bag:1:18: AM501 'b' is no argument: declare it with arg(b, 0.5)
    """
    decoded = decode(data) if isinstance(data, bytes) else Decoded(data.removeprefix("\ufeff"))
    name = notation or notation_of(decoded.text, file)
    if name is None:
        raise ConvertError(
            decoded.flaw or 'this is no weighted bipolar graph: there is neither arg(a, 0.5) nor JSON with "arguments"'
        )
    drawing = Drawing(Flaws(decoded.text, most=MANY))
    if decoded.flaw:
        drawing.flaws.add(SYNTAX, decoded.flaw, Span(decoded.offset, decoded.offset))
    with paused():
        named(name).draw(drawing)
        graph = drawing.graph()
    return BipolarFile(graph, name, drawing.flaws.findings(file, LineIndex(decoded.text)))

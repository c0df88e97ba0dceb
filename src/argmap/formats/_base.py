"""What a format module declares."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding


@frozen
class Writing:
    """A map as text in some format, and what that format could not say.

    Attributes:
        text: The whole file.
        findings: What was dropped or changed on the way.
    """

    text: str
    findings: tuple[Finding, ...] = ()


@frozen
class Format:
    """A module's declaration that it reads, and perhaps writes, a format.

    Attributes:
        title: Its name for people.
        suffixes: The file endings it goes by, each with its dot.
        read: Text and file name to a map; what reading it found is in ``map.origin.findings``. Never raises for what a
            user wrote; raises `ConvertError` only when the text is not of that format at all.
        write: Map to text, or None for a format that is only read.
        lay_out: Text to text in the canonical layout, or to None where it has a syntax error; raises `ConvertError` as
            `read` does, and for what another program wrote. None for a format that has no layout of its own.
        names: Text and file name to the names of the maps in it, by which `read` takes them, for a format whose files
            may hold several; None where a file is a map.
        keeps_look: Whether what is written says how the map is drawn, as `Look` has it.
    """

    title: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], ArgumentMap]
    write: Callable[[ArgumentMap], Writing] | None = None
    lay_out: Callable[[str], str | None] | None = None
    names: Callable[[str, str], list[str]] | None = None
    keeps_look: bool = False

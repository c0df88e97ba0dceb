"""Argdown: the language most argument maps are written in, read whole and written back.

It is read as its reference implementation, npm ``@argdown/core``, reads it; what that rejects is a finding, and so is
what has no place in a map.
"""

from __future__ import annotations

from argmap.formats import Format, Writing
from argmap.model.document import ArgumentMap


def read(text: str, file: str) -> ArgumentMap:
    """Read a map from Argdown; never raises, whatever is in it."""
    from argmap.formats.argdown.reading import document as reading

    return reading.read(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map as Argdown; what Argdown has no words for is a finding."""
    from argmap.formats.argdown.writing import document as writing

    return writing.write(m)


def lay_out(text: str) -> str | None:
    """Put a file into the layout; see `argmap.formats.argdown.layout.arrangement.lay_out`."""
    from argmap.formats.argdown.layout import arrangement as layout

    return layout.lay_out(text)


FORMAT = Format(title="Argdown", suffixes=(".argdown", ".ad"), read=read, write=write, lay_out=lay_out, keeps_look=True)

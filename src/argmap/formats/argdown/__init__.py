"""Argdown: the language most argument maps are written in, read whole and written back.

It is read as its reference implementation, npm ``@argdown/core``, reads it; what that rejects is a finding, and so is
what has no place in a map.
"""

from __future__ import annotations

from argmap.formats._base import Format
from argmap.formats.argdown.reading import read
from argmap.formats.argdown.writing import write

FORMAT = Format(title="Argdown", suffixes=(".argdown", ".ad"), read=read, write=write)

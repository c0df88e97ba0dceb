"""What to write, in the words of the format that a map was read from."""

from __future__ import annotations

from argmap import formats
from argmap.formats import Advice
from argmap.model.document import ArgumentMap


def advice(m: ArgumentMap) -> Advice:
    """Return the advice for the author of a map.

    Example:
        >>> advice(ArgumentMap()).cite
        "add 'cite:'"
    """
    return formats.named(m.origin.format).advice if m.origin else Advice()

"""How wide the columns of a table are: as its texts need them."""

from __future__ import annotations

import re

from argmap.workflows.reporting.report import Table, Words, text_of

_LONGEST_WORD = 18
_LONGEST_CELL = 160
_FOR_TEXTS = 0.1
_BREAK = re.compile(r"(?<=[\s-])")
_MARGIN = 4


def shares(table: Table, letters: int) -> tuple[float, ...]:
    """Return the share of the width that each column gets, together 1.

    A column has room for its longest word, as far as that is usual, and for texts of two short words; what is left goes
    to those with the longest texts, some of the width in any case.

    Args:
        table: The table.
        letters: How many letters fit into the width of a page.

    Example:
        >>> shares(Table("T", ("Id", "Text"), (("a", "a text of some length"), ("b", "a text"))), 40)
        (0.15, 0.85)
    """
    columns = list(zip(table.columns, *table.rows, strict=True))
    least = [min(_LONGEST_WORD, max(map(_longest, column))) + _MARGIN for column in columns]
    wanted = [sum(min(len(text_of(cell)), _LONGEST_CELL) for cell in column) / len(column) for column in columns]
    more = [max(0.0, want - room) for want, room in zip(wanted, least, strict=True)]
    left = max(_FOR_TEXTS * letters, letters - sum(least))
    widths = [room + left * (each / (sum(more) or 1)) for room, each in zip(least, more, strict=True)]
    return tuple(round(width / sum(widths), 3) for width in widths)


def _longest(words: Words) -> int:
    text = text_of(words)
    return max(map(len, _BREAK.split(text)), default=1)

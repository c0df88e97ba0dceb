"""Several values in one cell: with ``; `` between them, and in quotation marks where one holds such a mark itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?=[;]|\Z)')
_PLAIN = re.compile(r"[^;\n|]+|(?=[;\n|]|\Z)")
_MARKS = re.compile(r'[;,\n|"]|\A\s|\s\Z|\A\Z')


def joined(values: Iterable[str]) -> str:
    r"""Write values in one cell.

    Example:
        >>> joined(["safety", "cost; time"])
        'safety; "cost; time"'
    """
    return "; ".join('"{}"'.format(value.replace('"', '""')) if _MARKS.search(value) else value for value in values)


def split(cell: str, *, commas: bool = True) -> list[str]:
    r"""Return the values of a cell, those that are empty left out.

    They stand between ``;``, ``|`` or line breaks; where a cell has none of these, between commas.

    Args:
        cell: What it holds.
        commas: Whether commas may part values, as they do not in the names of people.

    Example:
        >>> split('safety; "cost; time"'), split("safety, cost"), split("safety\ncost")
        (['safety', 'cost; time'], ['safety', 'cost'], ['safety', 'cost'])
    """
    if commas and '"' not in cell and "," in cell and not re.search(r"[;|\n]", cell):
        return [value for part in cell.split(",") if (value := part.strip())]
    return list(_values(cell))


def _values(cell: str) -> Iterator[str]:
    at = 0
    while at < len(cell):
        quoted = _QUOTED.match(cell, at)
        if quoted:
            yield quoted[1].replace('""', '"')
            at = quoted.end() + 1
            continue
        plain = _PLAIN.match(cell, at)
        value = plain[0].strip() if plain else ""
        if value:
            yield value
        at = (plain.end() if plain else at) + 1

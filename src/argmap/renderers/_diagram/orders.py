"""How audiences rank values, and what each recommendation comes to under their orders, in a box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.analysis import Analysis
from argmap.evaluation.audiences import standings, told
from argmap.model.statements import Kind, Statement
from argmap.renderers._diagram.legend import Type
from argmap.renderers._diagram.markup import clean, font, gap, row, table
from argmap.renderers._diagram.wrap import wrap

_TEXT, _WORD, _MARGIN, _MOST = 9, 8, 8, 8


def orders(set_in: Type, analysis: Analysis, drawn: Sequence[Statement], names: Mapping[str, str]) -> str:
    """Set a box with the orders of a map, and under which of them each recommendation is accepted; empty without any.

    Args:
        set_in: How a heading is set.
        analysis: The map.
        drawn: The statements that are drawn.
        names: The words by which each of them is referred to.
    """
    if not analysis.map.orders:
        return ""
    found = list(_told(analysis, drawn, names))
    if len(found) > _MOST:
        found = [*found[: _MOST - 1], f"and {len(found) - _MOST + 1} more recommendations: argmap evaluate has them"]
    ranked = (f"{order.id}: {', '.join(' > '.join(chain) for chain in order.chains)}" for order in analysis.map.orders)
    size, ink = _TEXT * set_in.scale, set_in.colours["text"]
    rows = [row(font("ORDERS OF VALUES", _WORD * set_in.scale, set_in.colours["muted"], bold=True))]
    rows += [row(font(line, size, ink)) for words in ranked for line in _lines(set_in, words)]
    rows += [gap(4)] if found else []
    rows += [row(font(line, size, ink, bold=True)) for words in found for line in _lines(set_in, words)]
    look = f'BORDER="1" STYLE="ROUNDED" COLOR="{set_in.colours["rule"]}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    side, inside = f'<TD WIDTH="{_MARGIN}"></TD>', table("".join(rows), f' WIDTH="{set_in.width - 2 * _MARGIN}"')
    return row(f'<TABLE {look}>{gap(4)}<TR>{side}<TD ALIGN="LEFT">{inside}</TD>{side}</TR>{gap(4)}</TABLE>')


def _told(analysis: Analysis, drawn: Sequence[Statement], names: Mapping[str, str]) -> Iterator[str]:
    """Say of each recommendation under which orders it is accepted."""
    for statement in drawn:
        if statement.kind is Kind.RECOMMENDATION:
            found = standings(statement.id, analysis.audiences, analysis.evaluation.basis)
            yield f"{names[statement.id]}: {told(found)}"


def _lines(set_in: Type, words: str) -> Sequence[str]:
    return wrap(clean(words), set_in.width - 2 * _MARGIN, _TEXT * set_in.scale, bold=True)

"""The conclusions of a map that a command looks at where none is named."""

from __future__ import annotations

from click import get_current_context

from argmap.analysis import Analysis
from argmap.cli.output import complain

_MOST = 100
"""How many statements of a map are looked at, at once."""


def first_conclusions(file: str, analysis: Analysis) -> list[str]:
    """Return the first of the recommendations or topmost claims of a map; that there are more is said."""
    from argmap.workflows.weak.points import conclusions

    names = conclusions(analysis)
    if len(names) > _MOST:
        command = get_current_context().info_name
        first = f"the first {_MOST} are told, others by their ids, as in 'argmap {command} ID'"
        complain(f"{file} has {len(names):,} conclusions: {first}")
    return names[:_MOST]

"""A view as the text of a DOT file."""

from __future__ import annotations

from argmap.renderers import Drawing, View


def render(view: View) -> Drawing:
    """Draw a view as DOT; needs no program."""
    from argmap.renderers._diagram.diagram import diagram

    made = diagram(view)
    return Drawing(made.source.encode(), made.warnings)
